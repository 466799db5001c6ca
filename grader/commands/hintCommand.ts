import fs from 'node:fs';
import path from 'node:path';
import type { Exercise } from '../authoring/exercise';
import { UserError } from '../errors';
import { grade } from '../grading/gradeSubmission';
import { hintsFor } from '../grading/hintsFor';
import { wrap } from '../reporters/text/layout';
import { formatList } from '../text/lists';
import { openWorkbook } from '../workbook/open';
import { nextHint } from '../workbook/progress/hints';
import { findExercise } from '../workbook/select';
import type { Workbook } from '../workbook/workbook';
import type { SharedOptions } from './sharedOptions';

/** Seed and limit of what `npm run grade` does without options. */
const GRADING = { seed: 'workbook', timeLimit: 2000 };

/** `hint EXERCISE`: one more hint at each call, of those that fit the answer; after the last, all of these again. */
export async function hintCommand(typed: string, options: Pick<SharedOptions, 'workbook'>): Promise<number> {
  const workbook = await openWorkbook(options.workbook);
  const exercise = findExercise(workbook.exercises, typed);
  const { name, hints } = exercise;
  if (workbook.handout?.exam === true) throw new UserError('There are no hints in an exam.');
  const due = await fittingHints(workbook, exercise);
  const isHandout = workbook.handout !== undefined;
  const say = (text: string) => process.stdout.write(`${text}\n`);
  if (due.length === 0) {
    say(
      wrap(
        `${name} has all its points.${isHandout ? '' : ` The model answer is in solutions/${name}.ts, to compare.`}`,
        80,
      ),
    );
    return 0;
  }
  const { shown, fresh, more, forgotten } = await nextHint(workbook.root, name, due);
  for (const index of shown) say(wrap(`Hint ${index + 1} of ${hints.length}: ${hints[index].text}`, 80, '  '));
  const passedOver = hints.map((_, i) => i).filter((i) => i < due[0]);
  if (fresh && shown[0] === due[0] && passedOver.length > 0) say(wrap(passedOverWords(passedOver), 80));
  const answer = isHandout ? '' : ` The model answer is in solutions/${name}.ts, when you want it.`;
  if (!fresh) say(wrap(`That was the last hint.${answer}`, 80));
  else if (more && forgotten === null)
    say(
      `The next one: npm run hint -- ${name}${options.workbook === undefined ? '' : ` --workbook ${options.workbook}`}`,
    );
  if (forgotten !== null)
    console.error(wrap(`It cannot be remembered which hints you have seen, so this one comes again. ${forgotten}`, 80));
  return 0;
}

/** The hints that fit the answer in `exercises/`, by their places; all of them where nothing can be graded. */
async function fittingHints(workbook: Workbook, exercise: Exercise): Promise<readonly number[]> {
  const folder = path.join(workbook.root, 'exercises');
  if (!fs.existsSync(folder)) return exercise.hints.map((_, i) => i);
  const grading = { workbook, folder, shownFolder: 'exercises', exercises: [exercise], ...GRADING };
  const { exercises } = await grade(grading);
  return hintsFor(exercise, exercises[0]);
}

function passedOverWords(places: readonly number[]): string {
  const numbers = formatList(places.map((i) => i + 1));
  return places.length === 1
    ? `(Hint ${numbers} is about something else than your answer gets wrong.)`
    : `(Hints ${numbers} are about something else than your answer gets wrong.)`;
}
