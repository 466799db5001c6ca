import { setTimeout as wait } from 'node:timers/promises';

/**
 * What the system says while another program, such as an antivirus, holds a file, or while too many files are open.
 * Windows says then that permission is denied.
 */
const MAY_PASS: ReadonlySet<string> = new Set([
  ...['EBUSY', 'EMFILE', 'ENFILE'],
  ...(process.platform === 'win32' ? ['EACCES', 'EPERM'] : []),
]);

/** How long to wait before each further attempt, in ms. */
const PAUSES = [20, 50, 100, 200, 400, 800];

/** Does something with a file, and tries again for a second and a half while another program is in the way. */
export async function patiently<T>(action: () => Promise<T>, pauses: readonly number[] = PAUSES): Promise<T> {
  for (const pause of pauses) {
    try {
      return await action();
    } catch (error) {
      if (!MAY_PASS.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
    await wait(pause);
  }
  return action();
}
