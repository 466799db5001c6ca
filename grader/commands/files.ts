import fs from 'node:fs';
import path from 'node:path';
import { fromCaller, shownPath, UsageError } from './usage';

/** The files that commands read and write, checked while a person can still be told. */

/** The folder of exercise files that `--submission` names, or the workbook's own. */
export function submissionFolder(root: string, typed: string | undefined): string {
  if (typed === undefined) {
    const own = path.join(root, 'exercises');
    if (fs.existsSync(own)) return own;
    throw new UsageError(`${shownPath(own)} does not exist. Restore it, or name a folder with --submission.`);
  }
  const folder = fromCaller(typed);
  if (!fs.existsSync(folder)) throw new UsageError(`--submission: there is no folder ${typed}.`);
  if (!fs.statSync(folder).isDirectory())
    throw new UsageError(`--submission: ${typed} is a file; name the folder that holds relu.ts and the others.`);
  return folder;
}

/** The file that `--output` names. */
export function outputFile(typed: string): string {
  const file = fromCaller(typed);
  if (fs.existsSync(file) && fs.statSync(file).isDirectory())
    throw new UsageError(`--output: ${typed} is a folder; name a file.`);
  if (!fs.existsSync(path.dirname(file)))
    throw new UsageError(`--output: there is no folder ${shownPath(path.dirname(file))}; create it first.`);
  return file;
}

/** Writes `text` whole or not at all. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const { default: writeFileAtomic } = await import('write-file-atomic');
  try {
    await writeFileAtomic(file, text);
  } catch (error) {
    throw new UsageError(`--output: ${shownPath(file)} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
  }
}
