import fs from 'node:fs';
import path from 'node:path';
import { makeFolder, notWritten } from '../files';
import { progressFolder } from '../paths';

/** Answers that a learner has put aside, in `.progress/answers/`. */

/**
 * Keeps `answer` beside those that were put aside before.
 *
 * @returns the file that it is in
 * @throws UserError when it cannot be written
 */
export async function keepAnswer(root: string, name: string, answer: Buffer): Promise<string> {
  const folder = path.join(progressFolder(root), 'answers');
  await makeFolder(folder);
  for (let number = 1; ; number++) {
    const file = path.join(folder, `${name}-${number}.ts`);
    if (writeNew(file, answer)) return file;
  }
}

/** Writes a file that is not there yet; false when there is one. */
function writeNew(file: string, content: Buffer): boolean {
  let made = false;
  try {
    const descriptor = fs.openSync(file, 'wx');
    made = true;
    try {
      fs.writeFileSync(descriptor, content);
    } finally {
      fs.closeSync(descriptor);
    }
    return true;
  } catch (error) {
    if (!made && (error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    // Half an answer would only look as if it were kept.
    if (made) fs.rmSync(file, { force: true });
    throw notWritten(file, error);
  }
}
