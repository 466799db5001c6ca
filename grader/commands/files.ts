import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors';
import { fromCaller, shownPath } from '../workbook/callerPaths';

/** The files that commands read and write, checked while a person can still be told. */

/** The file that `--output` names. */
export function outputFile(typed: string): string {
  const file = fromCaller(typed);
  if (fs.existsSync(file) && fs.statSync(file).isDirectory())
    throw new UserError(`--output: ${typed} is a folder; name a file.`);
  if (!fs.existsSync(path.dirname(file)))
    throw new UserError(`--output: there is no folder ${shownPath(path.dirname(file))}; create it first.`);
  return file;
}

/** Writes `text` whole or not at all. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const { default: writeFileAtomic } = await import('write-file-atomic');
  try {
    await writeFileAtomic(file, text);
  } catch (error) {
    throw new UserError(`--output: ${shownPath(file)} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
  }
}
