import fs from 'node:fs';
import path from 'node:path';
import { systemWords, UserError } from '../errors';
import { wrap } from '../reporters/text/layout';
import { shownPath } from '../workbook/callerPaths';
import { makeFolder, writeWhole } from '../workbook/files';
import { openWorkbook } from '../workbook/open';
import { keepAnswer } from '../workbook/progress/answers';
import { findExercise } from '../workbook/select';
import { isSameText, keptStub, stubFile } from '../workbook/stub';
import type { SharedOptions } from './sharedOptions';

/** `reset EXERCISE`: the stub again in the place of an answer, which is kept; or a file that was deleted. */
export async function resetCommand(typed: string, options: Pick<SharedOptions, 'workbook'>): Promise<number> {
  const { root, exercises } = await openWorkbook(options.workbook);
  const { name } = findExercise(exercises, typed);
  const stub = keptStub(root, name);
  if (stub === null)
    throw new UserError(
      `${shownPath(path.join(root, stubFile(name)))} is missing, so there is no stub to go back to. npm run verify -- ${name} makes it of exercises/${name}.ts, once the exercise is sound.`,
    );
  const file = path.join(root, 'exercises', `${name}.ts`);
  process.stdout.write(`${wrap(await reset(root, name, file, stub), 80)}\n`);
  return 0;
}

/** Puts the stub there; returns what was done, in words. */
async function reset(root: string, name: string, file: string, stub: string): Promise<string> {
  const answer = contentOf(file);
  if (answer !== null && isSameText(answer.toString('utf8'), stub))
    return `${shownPath(file)} is the stub already: nothing was changed.`;
  const kept = answer === null ? null : await keepAnswer(root, name, answer);
  await makeFolder(path.dirname(file));
  await writeWhole(file, stub);
  if (kept === null) return `${shownPath(file)} is back, with its comment.`;
  return `${shownPath(file)} has been reset. Your answer is kept in ${shownPath(kept)}.`;
}

/** What is in the learner's file; null when there is none. */
function contentOf(file: string): Buffer | null {
  try {
    return fs.readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new UserError(`${shownPath(file)} cannot be read: ${systemWords(error)}. Nothing was changed.`);
  }
}
