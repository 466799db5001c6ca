import fs from 'node:fs';
import path from 'node:path';
import type { Exercise } from '../authoring/exercise';
import { UserError } from '../errors';
import { grade } from '../grading/gradeSubmission';
import { hintsFor } from '../grading/hintsFor';
import type { ErrorKind, ExerciseReport } from '../grading/report';
import { carriedWords, errorText } from '../reporters/text/explanation';
import { wrap } from '../reporters/text/layout';
import { trapWords } from '../reporters/text/trapWords';
import { formatList } from '../text/lists';
import { openWorkbook } from '../workbook/open';
import { nextHint } from '../workbook/progress/hints';
import { findExercise } from '../workbook/select';
import type { Workbook } from '../workbook/workbook';
import type { SharedOptions } from './sharedOptions';

/** Errors of functions that run: a hint may help with these. */
const RUNS: readonly ErrorKind[] = ['timeout', 'memory', 'exit'];

/** Seed and limit of what `npm run grade` does without options. */
const GRADING = { seed: 'workbook', timeLimit: 2000 };

/** `hint EXERCISE`: one more hint at each call, of those that fit the answer; after the last, all of these again. */
export async function hintCommand(typed: string, options: Pick<SharedOptions, 'workbook'>): Promise<number> {
  const workbook = await openWorkbook(options.workbook);
  const exercise = findExercise(workbook.exercises, typed);
  const { name, hints } = exercise;
  if (workbook.handout?.exam === true) throw new UserError('There are no hints in an exam.');
  const report = await graded(workbook, exercise);
  const due = report === null ? hints.map((_, i) => i) : hintsFor(exercise, report);
  const isHandout = workbook.handout !== undefined;
  const say = (text: string) => process.stdout.write(`${text}\n`);
  const error = report?.error ?? null;
  if (error !== null) {
    for (const words of [errorText(error), ...(report === null ? [] : trapWords(report))]) say(wrap(words, 80, '  '));
    // No hint is about what keeps a file from being run.
    if (!RUNS.includes(error.kind)) {
      say(wrap(`Fix that first. Then there are hints: npm run hint -- ${name}`, 80));
      return 0;
    }
  }
  const carried = report === null || report.status === 'passed' ? null : carriedWords(report);
  if (carried !== null) say(wrap(carried, 80, '  '));
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
  const before = due[due.indexOf(shown[0]) - 1] ?? -1;
  const skipped = hints.map((_, i) => i).filter((i) => i > before && i < shown[0]);
  if (fresh && skipped.length > 0) say(wrap(skippedWords(skipped), 80));
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

/** The report on the answer in `exercises/`; null where there is no such folder. */
async function graded(workbook: Workbook, exercise: Exercise): Promise<ExerciseReport | null> {
  const folder = path.join(workbook.root, 'exercises');
  if (!fs.existsSync(folder)) return null;
  const grading = { workbook, folder, shownFolder: 'exercises', exercises: [exercise], ...GRADING };
  return (await grade(grading)).exercises[0];
}

function skippedWords(places: readonly number[]): string {
  const numbers = formatList(places.map((i) => i + 1));
  return places.length === 1
    ? `(Hint ${numbers} is skipped: it is about another mistake.)`
    : `(Hints ${numbers} are skipped: they are about other mistakes.)`;
}
