import fs from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { UserError } from '../errors';
import { unpackFile } from '../grading/recorded/encode';
import { HANDOUT_FILE, readHandout } from '../workbook/handout';
import type { Workbook } from '../workbook/workbook';
import { makeHandout } from './make';

/**
 * In what a handout differs from one made of the workbook today, a line for each file; learners' own files are left
 * aside.
 *
 * @throws UserError when `folder` is no handout
 */
export async function compareWithHandout(workbook: Workbook, folder: string): Promise<readonly string[]> {
  const handout = fs.existsSync(folder) ? readHandout(folder) : null;
  if (handout === null) throw new UserError(`--check: ${folder} is no handout: it has no ${HANDOUT_FILE}.`);
  const { title, exam, steps = true, exercises } = handout;
  const names = Object.keys(exercises);
  const gone = names.filter((name) => !workbook.exercises.some((exercise) => exercise.name === name));
  if (gone.length > 0) return gone.map((name) => `${name} is no exercise of this workbook any more`);
  const { files } = await makeHandout(workbook, { title, exercises: names, exam, steps });
  return [...files].flatMap(([file, content]) => {
    if (file.startsWith('exercises/')) return [];
    const there = path.join(folder, file);
    if (!fs.existsSync(there)) return [`${file} is missing`];
    return isSame(file, fs.readFileSync(there), content) ? [] : [`${file} is another now`];
  });
}

/** Whether two files say the same: packed ones are compared by what is in them, text whatever its line ends. */
function isSame(file: string, there: Buffer, made: string | Buffer): boolean {
  if (typeof made !== 'string') {
    try {
      return isDeepStrictEqual(unpackFile(there), unpackFile(made));
    } catch {
      return there.equals(made);
    }
  }
  const text = (content: string) => content.replaceAll('\r\n', '\n');
  return file.endsWith('.md') || text(there.toString('utf8')) === text(made);
}
