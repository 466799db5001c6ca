import path from 'node:path';
import { describe, inject, type TestContext, test } from 'vitest';
import type { CheckReport, ExerciseReport, FilePlace } from '../grading/report';
import { carriedWords, explanation } from '../reporters/text/explanation';
import { printedGroups, printedTitle } from '../reporters/text/printedLines';
import { trapWords } from '../reporters/text/trapWords';
import { whyLines } from '../reporters/text/whyLines';
import { formatList } from '../text/lists';
import { KIT_ROOT } from '../workbook/paths';
import { type DrawnPicture, type GradedWorkbook, SEED } from './graded';

/**
 * The workbook as Vitest tests: a group per exercise, a test per check. The exercises are graded in the guest, as on
 * the command line, before the tests run (`setup.ts`); the tests only state what the report says.
 */

const graded = inject('graded');

/** Columns of what is said. */
const WIDTH = 100;

const points = (count: number) => (count === 1 ? '1 point' : `${count} points`);

if ('failure' in graded) {
  test('The exercises are graded', () => {
    throw atPlace(graded.failure, null);
  });
} else for (const report of graded.report.exercises) stateExercise(report, graded);

function stateExercise(report: ExerciseReport, { pictures, hints }: GradedWorkbook): void {
  describe(`${report.name} (${points(report.maxScore)})`, () => {
    // Skipped while tests are collected, so that the whole group shows as skipped and not as passed.
    const note = whySkipped(report);
    const state = note === '' ? test : test.skip;
    for (const [i, check] of report.checks.entries()) {
      state(`${check.title} (${points(check.points)})${note}`, async (context) => {
        await annotate(report, check, hints[report.name], context);
        await showPictures(pictures[report.name]?.[i] ?? [], context);
        stateCheck(report, check, context);
      });
    }
  });
}

/** Why none of an exercise's checks is stated; empty where they are. */
function whySkipped({ status, waitsFor }: ExerciseReport): string {
  if (status === 'not-started') return ' · not started';
  return waitsFor === undefined ? '' : ` · waits for ${formatList(waitsFor)}`;
}

/** What is said beside a check: a hint where no question is asked, what became of other exercises, what was printed. */
async function annotate(report: ExerciseReport, check: CheckReport, hint: string, context: TestContext): Promise<void> {
  const carried = carriedWords(report);
  // Of what another exercise gets wrong, no hint for this one speaks.
  const hinting = report.diagnosis.length === 0 && hint !== '' && carried === null;
  if (check.status === 'failed' && hinting) await context.annotate(hint, 'hint');
  if (carried !== null && (check.status === 'failed' || report.checks[0] === check))
    await context.annotate(carried, 'carried forward');
  if (report.checks[0] !== check) return;
  for (const group of printedGroups(report))
    await context.annotate(`${printedTitle(report.name, group)}\n${group.text}`, 'printed');
}

/** Each picture with its words; a terminal shows the words alone. */
async function showPictures(ofCheck: readonly DrawnPicture[], context: TestContext): Promise<void> {
  for (const { words, svg } of ofCheck) {
    if (svg === null) await context.annotate(words, 'picture');
    else await context.annotate(words, 'picture', { contentType: 'image/svg+xml', body: svg, bodyEncoding: 'utf-8' });
  }
}

/** States what the report says of one check: passes, skips with a note, or throws the terminal's words. */
function stateCheck(report: ExerciseReport, check: CheckReport, context: TestContext): void {
  if (check.status === 'failed') throw atPlace(failureText(report, check), check.place ?? report.place);
  if (check.status === 'skipped') {
    // The error is shown once, on the first check that it kept from being judged.
    const first = report.checks.find(({ status }) => status === 'skipped');
    if (first !== check || report.error === null) context.skip(check.message);
    else throw atPlace([report.error.message, ...trapWords(report)].join('\n'), errorPlace(report));
  }
}

/** The smallest input that goes wrong and the question first, then what the check says. */
function failureText(report: ExerciseReport, check: CheckReport): string {
  const why = whyLines(report, WIDTH);
  const said = explanation(check, SEED, WIDTH, true);
  return why.length === 0 ? said : [...why, '', said].join('\n');
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
