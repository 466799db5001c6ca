import fs from 'node:fs';
import path from 'node:path';
import { systemWords, UserError } from '../errors';
import { shownPath } from './callerPaths';
import { patiently } from './patiently';

/** The files that the kit writes: whole or not at all, and a sentence where the system refuses. */

/** What is said of a file or folder that cannot be written. */
type Refusal = (file: string, error: unknown) => UserError;

/**
 * Writes `text` to `file` in place of what is there. While another program holds it, it is tried again for a moment.
 *
 * @throws UserError, by `refusal`, when that cannot be done; the file is then as it was
 */
export async function writeWhole(file: string, text: string | Buffer, refusal: Refusal = notWritten): Promise<void> {
  const { default: writeFileAtomic } = await import('write-file-atomic');
  try {
    await patiently(() => writeFileAtomic(file, text));
  } catch (error) {
    throw refusal(file, error);
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

/** Makes `folder`, and those that it lies in, unless they are there; returns the first that was not. */
export async function makeFolder(folder: string, refusal: Refusal = notWritten): Promise<string | undefined> {
  try {
    return await patiently(async () => makeMissing(folder));
  } catch (error) {
    throw refusal(folder, error);
  }
}

/** Node's own `recursive` never returns under `/proc`. */
function makeMissing(folder: string): string | undefined {
  if (isFolder(folder)) return undefined;
  const above = path.dirname(folder);
  const first = above === folder ? undefined : makeMissing(above);
  try {
    fs.mkdirSync(folder);
  } catch (error) {
    // Another process may have been faster.
    if (!isFolder(folder)) throw error;
  }
  return first ?? folder;
}

function isFolder(file: string): boolean {
  return fs.statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Removes a file, or a folder with all that is in it, as far as that can be done: nothing depends on it. */
export async function removeQuietly(file: string): Promise<void> {
  try {
    await patiently(() => fs.promises.rm(file, { recursive: true, force: true }));
  } catch {
    // It is in nobody's way.
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
      const folder = await makeFolder(path.dirname(file));
      if (folder !== undefined) made.push(folder);
      const isNew = !fs.existsSync(file);
      await writeWhole(file, text);
      if (isNew) made.push(file);
    }
  } catch (error) {
    for (const one of made) await removeQuietly(one);
    throw error;
  }
}

/** The error of a file or folder that cannot be written. */
export function notWritten(file: string, error: unknown): UserError {
  return new UserError(`${shownPath(file)} cannot be written: ${systemWords(error)}.`);
}
