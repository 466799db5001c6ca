import type { Input } from '../../../authoring/values';
import type { Sandbox } from '../../../sandbox/host/sandbox';
import { Session } from '../../../sandbox/host/session';
import type { Site } from '../../../submission/instrument';
import type { Runnable } from '../../run';
import { readTrace, type Trace } from './trace';

/**
 * Limit of loading a file, and of one call, in ms, without a second chance: hundreds of times what they take, so that a
 * machine under load tells the same as an idle one.
 */
const LIMIT = 1000;

/** What a learner's function goes through on some inputs, called for the first time; null when that cannot be had. */
export type TraceOf = (inputs: readonly Input[]) => Promise<Trace | null>;

/**
 * Lets `work` see what an answer goes through, as a guest records it. Nothing of that can be trusted to be so: an answer
 * that does something else when it is watched only misleads about itself.
 *
 * @param isWhole the files whose functions are one step: answers to other exercises
 * @param work gets all sites of the answer's program as well
 */
export async function tracing<T>(
  sandbox: Sandbox,
  ran: Runnable,
  name: string,
  isWhole: (id: string) => boolean,
  work: (traceOf: TraceOf, sites: readonly Site[]) => Promise<T>,
): Promise<T | null> {
  const recorded = ran.recorded(isWhole);
  if (recorded === null) return null;
  const session = await sandbox.open(recorded.program, name, ran.sourceMaps, { timeLimit: LIMIT, retries: false });
  if (!(session instanceof Session)) return null;
  let fresh = true;
  // What did not come to its end once is not waited for again.
  let lost = false;
  try {
    return await work(async (inputs) => {
      if (lost || (!fresh && (await session.reload()) !== null)) return null;
      fresh = false;
      const call = await session.record(inputs);
      lost = call === null;
      return call === null ? null : readTrace(call.numbers, call.more, call.threw, recorded.sites);
    }, recorded.sites);
  } finally {
    session.close();
  }
}
