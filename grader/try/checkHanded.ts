import type { Exercise } from '../authoring/exercise';
import { UserError } from '../errors';
import { waitingSentence } from '../grading/errorSentences';
import { gradeWarm } from '../grading/gradeSubmission';
import { handedTo } from '../grading/recorded/ownFunctions';
import type { Bench } from './tryOut';

/**
 * In a handout, sees to it that the answers to other exercises that this one is handed are right: what it makes of wrong
 * ones says nothing about it.
 *
 * @throws UserError
 */
export async function checkHanded(bench: Bench, folder: string, { name }: Exercise): Promise<void> {
  const exercises = handedTo(bench.workbook, name);
  if (exercises.length === 0) return;
  const reports = await gradeWarm({ ...bench, folder, exercises, brief: true }, bench.sandbox);
  const wrong = reports.filter(({ status }) => status !== 'passed').map((report) => report.name);
  if (wrong.length > 0) throw new UserError(waitingSentence(name, wrong));
}
