import path from 'node:path';
import { beforeAll, describe, type TestContext, test } from 'vitest';
import { syllabus } from '../../fixtures';
import type { AnyCheck, Exercise } from '../authoring/exercise';
import { grade } from '../grading/grade';
import type { CheckReport, ExerciseReport, FilePlace } from '../grading/report';
import { KIT_ROOT } from '../paths';
import { explanation } from '../reporters/pretty';

/**
 * The workbook as Vitest tests: a group per exercise, a test per check. The exercises are graded once, in the
 * guest, as on the command line; the tests only state what the report says.
 */

const SEED = 'workbook';
const TIME_LIMIT = 2000;

const exercises = syllabus.flatMap((chapter) => chapter.exercises);
const reports = new Map<string, ExerciseReport>();

beforeAll(async () => {
  const folder = path.join(KIT_ROOT, 'exercises');
  const report = await grade({
    folder,
    shownFolder: 'exercises',
    exercises,
    seed: SEED,
    timeLimit: TIME_LIMIT,
  });
  for (const exercise of report.exercises) reports.set(exercise.name, exercise);
});

for (const exercise of exercises) {
  describe(`${exercise.name} (${exercise.points} points)`, () => {
    for (const check of exercise.checks) {
      test(`${check.title} (${check.points === 1 ? '1 point' : `${check.points} points`})`, async (context) => {
        const report = reports.get(exercise.name);
        if (report !== undefined) await state(report, exercise, check, context);
      });
    }
  });
}

/** States what the report says of one check: passes, skips with a note, or throws the terminal's words. */
async function state(
  report: ExerciseReport,
  exercise: Exercise,
  { id }: AnyCheck,
  context: TestContext,
): Promise<void> {
  const check = report.checks.find((one) => one.id === id) as CheckReport;
  if (report.status === 'not-started') context.skip(`not started: open ${report.file} and write ${report.name}`);
  if (report.console !== '' && report.checks[0] === check) await context.annotate(report.console, 'printed');
  if (check.status === 'failed') {
    await context.annotate(report.diagnosis[0]?.question ?? exercise.hints[0], 'hint');
    throw atPlace(explanation(check, SEED, 100, true), check.place ?? report.place);
  }
  if (check.status === 'skipped') {
    // The error is shown once, on the first check that it kept from being judged.
    const first = report.checks.find(({ status }) => status === 'skipped');
    if (first !== check || report.error === null) context.skip(check.message);
    else throw atPlace(report.error.message, errorPlace(report));
  }
}

function errorPlace({ error, place }: ExerciseReport): FilePlace | null {
  if (error === null || error.line === null) return place;
  return { file: error.file, line: error.line, column: error.column ?? 1 };
}

/** An error whose stack is the learner's own line, which Vitest shows and links to. */
function atPlace(message: string, place: FilePlace | null): Error {
  const error = new Error(message);
  const frame = place === null ? '' : `\n    at ${path.join(KIT_ROOT, place.file)}:${place.line}:${place.column}`;
  error.stack = `Error: ${message}${frame}`;
  return error;
}
