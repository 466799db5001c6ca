import fs from 'node:fs';
import path from 'node:path';

/**
 * The stub of an exercise as it was handed out. `exercises/` is the learner's, who may change or lose the file, so that
 * `npm run verify` keeps a copy beside the fixture. No TypeScript by its name: its imports are those of another folder.
 */

/** The kept copy, as a path inside the workbook. */
export const stubFile = (name: string) => `fixtures/${name}/stub.txt`;

/** The stub of the exercise `name` of the workbook at `root`; null when none is kept. */
export function keptStub(root: string, name: string): string | null {
  const file = path.join(root, stubFile(name));
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null;
}

/** Whether two files read the same: a checkout may have the line ends of Windows. */
export function isSameText(one: string, other: string): boolean {
  return one.replaceAll('\r\n', '\n') === other.replaceAll('\r\n', '\n');
}
