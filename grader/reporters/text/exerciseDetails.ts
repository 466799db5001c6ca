import type { CheckReport, ExerciseReport } from '../../grading/report';
import { counterexampleLines, UNBROKEN } from './counterexample';
import {
  carriedWords,
  caseLines,
  errorText,
  explanation,
  handedInWords,
  questionWords,
  unaskedWords,
} from './explanation';
import { indent, wrap } from './layout';
import { printedGroups, printedLines } from './printedLines';
import { type Reason, reasonsOf } from './reasons';
import type { Style } from './style';
import { trapWords } from './trapWords';
import { wrongStepBeside, wrongStepWords } from './wrongStep';

/** What stands below the line of an exercise: what goes wrong, where, why, and which checks say so. */

/** Lines of one exercise, so that with heading, total and what to do next they fit a screen of 24. */
export const MAX_LINES = 16;
/** How many of them a counterexample of many numbers may take. */
const MAX_COUNTEREXAMPLE_LINES = 7;
/** How many the step that goes wrong may take. */
const MAX_STEP_LINES = 3;
/** How many of the lines that a learner printed are shown. */
const MAX_PRINTED_LINES = 12;
/** How many where there is something to explain as well. */
const MAX_PRINTED_BESIDE = 3;

/** The lines on an exercise: about `most` of them unless the style is for everything. */
export function exerciseDetails(exercise: ExerciseReport, seed: string, style: Style, most = MAX_LINES): string[] {
  const { status, error, counterexample = null } = exercise;
  if (status === 'not-started' || status === 'passed')
    return [...carriedLines(exercise, style), ...printedBelow(exercise, MAX_PRINTED_LINES, style)];
  const top = [
    ...(error === null ? [] : errorLines(error, style)),
    ...carriedLines(exercise, style),
    ...(counterexample === null ? [] : failingLines(exercise.name, counterexample, style)),
    ...stepLines(exercise, style),
    ...questionLines(exercise, style),
    ...trapLines(exercise, style),
    ...unaskedWords(exercise).flatMap((words) => lined(style.dim(wrap(words, style.width - 4)), '    ')),
    ...(most < MAX_LINES ? [] : passedLines(exercise.checks, style)),
  ];
  const bottom = printedBelow(exercise, printedRoom(style, most), style);
  const room = most - top.length - bottom.length;
  const checks = style.all
    ? failedLines(exercise.checks, seed, style)
    : reasonLines(exercise.checks, seed, style, counterexample === null, Math.max(room, 2));
  return [...top, ...checks, ...bottom];
}

/** How many lines of what was printed stand below what there is to explain. */
function printedRoom({ all }: Style, most: number): number {
  if (all) return MAX_PRINTED_LINES;
  return most < MAX_LINES ? 1 : MAX_PRINTED_BESIDE;
}

const lined = (text: string, prefix: string) => indent(text, prefix).split('\n');

function errorLines(error: NonNullable<ExerciseReport['error']>, style: Style): string[] {
  return lined(wrap(errorText(error), style.width - 4), '    ');
}

function carriedLines(exercise: ExerciseReport, style: Style): string[] {
  const words = [handedInWords(exercise), carriedWords(exercise)].filter((one) => one !== null);
  return words.flatMap((one) => lined(wrap(one, style.width - 4), '    '));
}

function failingLines(
  name: string,
  counterexample: NonNullable<ExerciseReport['counterexample']>,
  style: Style,
): string[] {
  const lines = counterexampleLines(name, counterexample, style.width - 4, style.bad).map((line) => `    ${line}`);
  if (style.all || lines.length <= MAX_COUNTEREXAMPLE_LINES) return lines;
  return [...lines.slice(0, MAX_COUNTEREXAMPLE_LINES - 1), style.dim(`    … (${style.more} shows the rest)`)];
}

/** Where it goes wrong. */
function stepLines(exercise: ExerciseReport, style: Style): string[] {
  const wrongStep = wrongStepBeside(exercise);
  if (wrongStep === null) return [];
  const lines = lined(
    wrap(wrongStepWords(wrongStep, exercise.file), style.width - 4).replaceAll(UNBROKEN, ' '),
    '    ',
  );
  return style.all || lines.length <= MAX_STEP_LINES
    ? lines
    : [...lines.slice(0, MAX_STEP_LINES - 1), style.dim(`    … (${style.more} shows the rest)`)];
}

/** The question that a good tutor would ask. */
function questionLines({ diagnosis }: ExerciseReport, style: Style): string[] {
  return diagnosis.flatMap((one) =>
    wrap(`? Question: ${questionWords(one)}`, style.width - 4, '  ')
      .split('\n')
      .map((line) => `    ${style.note(line)}`),
  );
}

/** The traps of the language that the answer fell into. */
function trapLines(exercise: ExerciseReport, style: Style): string[] {
  return trapWords(exercise, style.all).flatMap((words) =>
    wrap(`! ${words}`, style.width - 4, '  ')
      .split('\n')
      .map((line) => `    ${style.note(line)}`),
  );
}

function passedLines(checks: readonly CheckReport[], style: Style): string[] {
  const passed = checks.filter(({ status }) => status === 'passed');
  if (passed.length === 0) return [];
  const text = `${passed.length} of ${checks.length} checks passed`;
  if (!style.all) return [`  ${style.good('✓')} ${style.dim(text)}`];
  const titles = passed.map(({ title }) => title).join('; ');
  const [first, ...others] = wrap(`${text}: ${titles}`, style.width - 4).split('\n');
  return [`  ${style.good('✓')} ${style.dim(first)}`, ...others.map((line) => style.dim(`    ${line}`))];
}

/** What failed checks say, those of one reason in a line, in about `room` lines. */
function reasonLines(
  checks: readonly CheckReport[],
  seed: string,
  style: Style,
  withExample: boolean,
  room: number,
): string[] {
  const lines: string[] = [];
  const reasons = reasonsOf(checks);
  for (const [i, reason] of reasons.entries()) {
    const next = oneReason(reason, seed, style);
    const last = i === reasons.length - 1;
    // Room is kept for the line that counts what is left out.
    if (i > 0 && lines.length + next.length > room - (last ? 0 : 1)) {
      lines.push(style.dim(`    ${moreWords(reasons.slice(i))} (${style.more} explains them)`));
      return lines;
    }
    lines.push(...next);
    if (i === 0 && withExample) lines.push(...cutExample(reason.first, seed, style, room - lines.length));
  }
  return lines;
}

function oneReason({ first, others }: Reason, seed: string, style: Style): string[] {
  const { example } = first;
  const where = example === null ? [] : caseLines(example, seed, style.width - 6, false);
  const said = [...wrap(first.message, style.width - 6).split('\n'), ...where].map((line) => `      ${line}`);
  return [
    ...titleLines(first, style),
    ...said,
    ...(others.length === 0 ? [] : [style.dim(`    ${sameWay(others.length)}`)]),
  ];
}

const sameWay = (count: number) =>
  count === 1 ? '1 more check fails in the same way' : `${count} more checks fail in the same way`;

function moreWords(reasons: readonly Reason[]): string {
  const count = reasons.reduce((sum, { others }) => sum + 1 + others.length, 0);
  return count === 1 ? '1 more check fails' : `${count} more checks fail`;
}

/** The inputs and answers of a check, as many lines as there is room for. */
function cutExample(check: CheckReport, seed: string, style: Style, room: number): string[] {
  if (check.example === null) return [];
  const [, ...lines] = caseLines(check.example, seed, style.width - 6, true, style.bad);
  if (lines.length <= room) return lines.map((line) => `      ${line}`);
  const shown = lines.slice(0, Math.max(0, room - 1)).map((line) => `      ${line}`);
  return shown.length === 0 ? [] : [...shown, style.dim(`      … (${style.more} shows the rest)`)];
}

function titleLines({ title, points }: CheckReport, style: Style): string[] {
  const words = points === 1 ? '1 point' : `${points} points`;
  return `  ${style.bad('✗')} ${wrap(`${title} (not yet, ${words})`, style.width - 4, '    ')}`.split('\n');
}

/** Every failed check, explained in full where it is the first to say so. */
function failedLines(checks: readonly CheckReport[], seed: string, style: Style): string[] {
  const lines: string[] = [];
  let explained = '';
  for (const check of checks) {
    if (check.status !== 'failed') continue;
    lines.push(...titleLines(check, style));
    // One mistake often fails several checks in the same way: it is explained once.
    if (check.message === explained) lines.push(`      ${style.dim('the same as above')}`);
    else lines.push(...lined(explanation(check, seed, style.width - 6, true, style.bad), '      '));
    explained = check.message;
  }
  return lines;
}

function printedBelow(exercise: ExerciseReport, most: number, style: Style): string[] {
  return printedLines(exercise.name, printedGroups(exercise), most, style, '    ');
}
