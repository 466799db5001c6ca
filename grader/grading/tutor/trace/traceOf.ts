import { inputsAsText } from '../../../authoring/given';
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
  const { sites } = recorded;
  const session = await sandbox.open(recorded.program, name, ran.sourceMaps, { timeLimit: LIMIT, forMarks: false });
  if (!(session instanceof Session)) return null;
  const traces = new Map<string, Trace | null>();
  let fresh = true;
  // What takes so long once is not tried on other inputs.
  let slow = false;
  async function traceAnew(inputs: readonly Input[], from: Session): Promise<Trace | null> {
    if (slow || (!fresh && (await from.reload()) !== null)) return null;
    fresh = false;
    const start = performance.now();
    const call = await from.record(inputs);
    slow = performance.now() - start > LIMIT / 2;
    return call === null ? null : readTrace(call.numbers, call.more, call.threw, sites);
  }
  return work(async (inputs) => {
    const key = inputsAsText(inputs);
    const before = traces.get(key);
    const trace = before === undefined ? await traceAnew(inputs, session) : before;
    traces.set(key, trace);
    return trace;
  }, sites);
}
