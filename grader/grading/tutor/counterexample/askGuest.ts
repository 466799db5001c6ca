import type { Sandbox } from '../../../sandbox/host/sandbox';
import { Session } from '../../../sandbox/host/session';
import type { Runnable } from '../../run';
import type { AskAnew } from './find';

/**
 * Limit of one call, in ms, without a second chance: inputs of a few numbers take a fraction of one. A call that overruns
 * it ends the search.
 */
const CALL_LIMIT = 500;

/** Asks an exercise's function in a guest, its file loaded anew for each use. */
export function askInGuest(sandbox: Sandbox, { program, sourceMaps }: Runnable, name: string): AskAnew {
  return async (use) => {
    const session = await sandbox.open(program, name, sourceMaps, { timeLimit: CALL_LIMIT, retries: false });
    if (!(session instanceof Session)) return null;
    try {
      return await use((inputs) => session.call(inputs, false));
    } finally {
      session.close();
    }
  };
}
