import fs from 'node:fs';

/** How often files are looked at where the system gives no notice of changes, in ms. */
export const POLL_MS = 500;

/** What the system says when it has no more watches to give. */
const USED_UP: readonly string[] = ['EMFILE', 'ENFILE', 'ENOSPC'];

/**
 * Why the files below `folder` have to be looked at again and again; null where the system tells of changes by itself.
 */
export function pollingReason(folder: string): string | null {
  if (isWindowsDrive(fs.realpathSync(folder), linuxVersion()))
    return 'WSL hears nothing of changes on drives of Windows';
  try {
    fs.watch(folder).close();
    return null;
  } catch (error) {
    return usedUpReason(error);
  }
}

/** The same for what a watcher failed with; null when that was something else. */
export function usedUpReason(error: unknown): string | null {
  const { code = '' } = error as NodeJS.ErrnoException;
  return USED_UP.includes(code) ? 'this machine has no file watches left' : null;
}

/** Whether `folder` is on a drive of Windows, seen from its Linux. `version` is what the system says of itself. */
export function isWindowsDrive(folder: string, version: string): boolean {
  return /microsoft/i.test(version) && /^\/mnt\/[a-z](?:\/|$)/i.test(folder);
}

function linuxVersion(): string {
  try {
    return fs.readFileSync('/proc/version', 'utf8');
  } catch {
    return '';
  }
}
