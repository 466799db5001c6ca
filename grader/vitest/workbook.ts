import path from 'node:path';
import { describe, inject, type TestContext, test } from 'vitest';
import { syllabus } from '../../fixtures';
import type { Exercise } from '../authoring/exercise';
import type { GradeOptions } from '../grading/grade';
import type { CheckReport, ExerciseReport, FilePlace } from '../grading/report';
import { KIT_ROOT } from '../paths';
import { draw, prepareToDraw } from '../pictures/draw';
import type { Sketch } from '../pictures/sketch';
import { sketchesOf } from '../pictures/sketches';
import { carriedWords, explanation, questionWords } from '../reporters/explanation';
import { Sandbox } from '../sandbox/session';

/**
 * The workbook as Vitest tests: a group per exercise, a test per check. The exercises are graded once, in the
 * guest, as on the command line; the tests only state what the report says.
 */

const SEED = 'workbook';
const TIME_LIMIT = 2000;

const exercises = syllabus.flatMap((chapter) => chapter.exercises);
const workbook = { root: KIT_ROOT, chapters: syllabus, exercises };
const folder = path.join(KIT_ROOT, 'exercises');
/** Whether anybody will see pictures. */
const drawn = inject('pictures');
/** The pictures of each check, by exercise. */
const sketches = new Map<string, readonly (readonly Sketch[])[]>();
const sandbox = new Sandbox(TIME_LIMIT);
// The guest starts while the compiler, which takes longest of all, still loads.
sandbox.warmUp(false);
const options: GradeOptions = {
  workbook,
  folder,
  shownFolder: 'exercises',
  exercises,
  seed: SEED,
  timeLimit: TIME_LIMIT,
  observe(observed) {
    const ofChecks = observed.verdicts.map((_, i) => sketchesOf(observed, i));
    sketches.set(observed.plan.exercise.name, ofChecks);
    // What draws is loaded while the guest works on the next exercise.
    if (drawn && ofChecks.some((pictures) => pictures.length > 0)) prepareToDraw();
  },
};
const grading = import('../grading/grade.ts').then(({ grade }) => grade(options, sandbox));

for (const [index, exercise] of exercises.entries()) {
  const points = (count: number) => (count === 1 ? '1 point' : `${count} points`);
  describe(`${exercise.name} (${points(exercise.points)})`, async () => {
    const report = (await grading).exercises[index];
    // Skipped while tests are collected, so that the whole group shows as skipped and not as passed.
    const state = report.status === 'not-started' ? test.skip : test;
    const note = report.status === 'not-started' ? ' · not started' : '';
    for (const [i, check] of report.checks.entries()) {
      state(`${check.title} (${points(check.points)})${note}`, async (context) => {
        await annotate(report, check, exercise, context);
        await showPictures(sketches.get(exercise.name)?.[i] ?? [], context);
        stateCheck(report, check, context);
      });
    }
  });
}

/** What is said beside a check: what the learner printed, whose mistakes were set aside, and the question or a hint. */
async function annotate(
  report: ExerciseReport,
  check: CheckReport,
  exercise: Exercise,
  context: TestContext,
): Promise<void> {
  if (report.console !== '' && report.checks[0] === check) await context.annotate(report.console, 'printed');
  const carried = carriedWords(report);
  if (carried !== null && report.checks[0] === check) await context.annotate(carried, 'carried forward');
  if (check.status !== 'failed') return;
  const [diagnosis] = report.diagnosis;
  if (diagnosis === undefined) await context.annotate(exercise.hints[0], 'hint');
  else await context.annotate(questionWords(diagnosis), 'question');
}

/** Each picture with its words; a terminal shows the words alone, so there nothing is drawn. */
async function showPictures(pictures: readonly Sketch[], context: TestContext): Promise<void> {
  for (const picture of pictures) {
    if (drawn) await context.annotate(picture.words, 'picture', await attachment(picture));
    else await context.annotate(picture.words, 'picture');
  }
}

async function attachment(picture: Sketch) {
  return { contentType: 'image/svg+xml', body: await draw(picture), bodyEncoding: 'utf-8' } as const;
}

/** States what the report says of one check: passes, skips with a note, or throws the terminal's words. */
function stateCheck(report: ExerciseReport, check: CheckReport, context: TestContext): void {
  if (check.status === 'failed') throw atPlace(explanation(check, SEED, 100, true), check.place ?? report.place);
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
