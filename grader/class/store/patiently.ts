import { setTimeout as wait } from 'node:timers/promises';

/** What another program may cause for a moment: a virus scanner, a synchronised folder, too many open files. */
const MAY_PASS: ReadonlySet<string> = new Set(['EBUSY', 'EPERM', 'EACCES', 'EMFILE', 'ENFILE']);

/** How long to wait before each further attempt, in ms. */
const PAUSES = [50, 100, 200, 400, 800];

/** Does something with a file, and tries again for a second and a half when another program may be in the way. */
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
