import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors';
import { sanitizeLine } from '../text/sanitize';

/** The folder that a person's relative paths start from: where they called npm, which may be below the kit's root. */
export function callerFolder(): string {
  return (process.env.npm_lifecycle_event === undefined ? undefined : process.env.INIT_CWD) ?? process.cwd();
}

/**
 * An absolute path from what a person typed.
 *
 * @throws UserError when it is not UTF-8: Node has put another character for each such byte, and cannot find it
 */
export function fromCaller(typed: string): string {
  const file = path.resolve(callerFolder(), typed);
  if (file.includes('\ufffd') && !fs.existsSync(file))
    throw new UserError(
      `${sanitizeLine(typed)}: this path is not UTF-8, and cannot be opened. Rename the file or folder.`,
    );
  return file;
}

/** `file` as a person at the caller's folder would type it, with `/`. */
export function shownPath(file: string): string {
  const relative = path.relative(callerFolder(), file);
  return (relative === '' ? '.' : relative).split(path.sep).join('/');
}
