import type { Sandbox } from '../../../sandbox/host/sandbox';
import { Session } from '../../../sandbox/host/session';
import type { Runnable } from '../../run';
import type { AskAnew } from './find';

/**
 * Limit of one call, in ms, without a second chance: inputs of a few numbers take a fraction of one. A call that overruns
 * it ends the search.
 */
const CALL_LIMIT = 1000;

/** Lets `work` ask an exercise's function in a guest: the same one throughout, as long as it stays as it was. */
export async function askingGuest<T>(
  sandbox: Sandbox,
  { program, sourceMaps }: Runnable,
  name: string,
  work: (askAnew: AskAnew) => Promise<T>,
): Promise<T> {
  let session: Session | null = null;
  async function loaded(): Promise<Session | null> {
    if (session !== null) return (await session.reload()) === null ? session : null;
    const opened = await sandbox.open(program, name, sourceMaps, { timeLimit: CALL_LIMIT, forMarks: false });
    session = opened instanceof Session ? opened : null;
    return session;
  }
  return work(async (use) => {
    const ready = await loaded();
    return ready === null ? null : use((inputs) => ready.call({ inputs }));
  });
}
