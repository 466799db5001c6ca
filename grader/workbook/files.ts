import fs from 'node:fs';
import path from 'node:path';
import { systemWords, UserError } from '../errors';
import { shownPath } from './callerPaths';
import { patiently } from './patiently';

/** The files that the kit writes: whole or not at all, and a sentence where the system refuses. */

/**
 * Writes `text` to `file` in place of what is there. While another program holds it, it is tried again for a moment.
 *
 * @throws UserError when that cannot be done; the file is then as it was
 */
export async function writeWhole(file: string, text: string | Buffer): Promise<void> {
  const { default: writeFileAtomic } = await import('write-file-atomic');
  try {
    await patiently(() => writeFileAtomic(file, text));
  } catch (error) {
    throw notWritten(file, error);
  }
}

/** Writes `text` to what is not a plain file, such as a device or a pipe: there is nothing to replace. */
export async function writeInPlace(file: string, text: string): Promise<void> {
  try {
    await fs.promises.writeFile(file, text);
  } catch (error) {
    throw notWritten(file, error);
  }
}

/** Makes `folder`, and those that it lies in; returns the first that was not there. */
export function makeFolder(folder: string): string | undefined {
  try {
    return fs.mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw notWritten(folder, error);
  }
}

/** The path of `folder` without links, also where its end is still to be made: `..` means another folder behind a link. */
export function trueFolder(folder: string): string {
  if (fs.existsSync(folder)) return fs.realpathSync(folder);
  const parent = path.dirname(folder);
  return parent === folder ? folder : path.join(trueFolder(parent), path.basename(folder));
}

/** Writes files by their paths: all of them, or none when one cannot be written. Files that are there are replaced. */
export async function writeAll(files: ReadonlyMap<string, string | Buffer>): Promise<void> {
  const made: string[] = [];
  try {
    for (const [file, text] of files) {
      const folder = makeFolder(path.dirname(file));
      if (folder !== undefined) made.push(folder);
      const isNew = !fs.existsSync(file);
      await writeWhole(file, text);
      if (isNew) made.push(file);
    }
  } catch (error) {
    for (const one of made) fs.rmSync(one, { recursive: true, force: true });
    throw error;
  }
}

/** The error of a file or folder that cannot be written. */
export function notWritten(file: string, error: unknown): UserError {
  return new UserError(`${shownPath(file)} cannot be written: ${systemWords(error)}.`);
}
