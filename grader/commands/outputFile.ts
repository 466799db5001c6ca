import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors';
import { fromCaller, shownPath } from '../workbook/callerPaths';
import { writeInPlace, writeWhole } from '../workbook/files';

/** The file that `--output` names, checked while nothing has been done for it yet. */
export function outputFile(typed: string): string {
  const file = fromCaller(typed);
  if (statusOf(file)?.isDirectory()) throw new UserError(`--output: ${typed} is a folder; name a file.`);
  if (!statusOf(path.dirname(file))?.isDirectory())
    throw new UserError(`--output: there is no folder ${shownPath(path.dirname(file))}; create it first.`);
  return file;
}

/**
 * Writes `text` there. A file is replaced, whole or not at all; `/dev/stdout`, another device or a pipe is written to.
 *
 * @throws UserError when that cannot be done
 */
export async function writeOutput(file: string, text: string): Promise<void> {
  const status = statusOf(file);
  if (status === undefined) return writeWhole(file, text);
  const stream = [process.stdout, process.stderr].find(({ fd }) => isSame(statusOf(fd), status));
  if (stream !== undefined) stream.write(text);
  else if (status.isFile()) await writeWhole(file, text);
  else await writeInPlace(file, text);
}

/** What the system knows of a file or an open one; nothing when it is not there or cannot be reached. */
function statusOf(file: string | number): fs.Stats | undefined {
  try {
    return typeof file === 'number' ? fs.fstatSync(file) : fs.statSync(file);
  } catch {
    return undefined;
  }
}

const isSame = (one: fs.Stats | undefined, other: fs.Stats) =>
  one?.ino === other.ino && one.dev === other.dev && other.ino !== 0;
