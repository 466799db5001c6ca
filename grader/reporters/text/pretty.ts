import type { CheckReport, ExerciseReport, Report } from '../../grading/report';
import { type Changes, NO_CHANGES } from '../../workbook/progress/changes';
import { carriedWords, explanation, questionWords } from './explanation';
import { cutLine, indent, wrap } from './layout';
import { changeSentences, nextExercise, nextStep, placeOf, RUN_AGAIN } from './nextStep';
import { progressBar } from './progressBar';
import { headingOf, type ReportSection, sectionsOf } from './sections';
import { STATUS_SIGNS, STATUS_WORDS } from './statusWords';
import type { Style } from './style';

/** So many of the lines that a learner printed are shown. */
const MAX_PRINTED_LINES = 12;
const BAR_WIDTH = 30;

/**
 * The report for a person at a terminal.
 *
 * @param changes what changed since the last run
 * @param again how to have an answer graded again
 */
export function pretty(report: Report, style: Style, changes: Changes = NO_CHANGES, again = RUN_AGAIN): string {
  const untouched = report.exercises.every(({ status }) => status === 'not-started');
  const sections = sectionsOf(report);
  const names = Math.max(...report.exercises.map(({ name }) => name.length));
  const blocks = sections.map((one) => sectionBlock(one, sections.length > 1, names, report.seed, style));
  return `${[...(untouched ? [greeting(style)] : []), ...blocks, summary(report, changes, again, style)].join('\n\n')}\n`;
}

function greeting(style: Style): string {
  const text =
    'Welcome. You will write the forward pass of a two-layer perceptron: small functions, one file each in exercises/.';
  return wrap(text, style.width);
}

function sectionBlock(one: ReportSection, several: boolean, names: number, seed: string, style: Style): string {
  const { section, exercises, score, maxScore, brief } = one;
  const subtotal = several ? `${score} / ${maxScore}` : '';
  const room = style.width - (several ? subtotal.length + 2 : 0);
  const heading = cutLine(headingOf(section), room);
  const head = style.bold(several ? heading.padEnd(room) + subtotal.padStart(subtotal.length + 2) : heading);
  if (brief) {
    const count = exercises.length === 1 ? '1 exercise' : `${exercises.length} exercises`;
    return `${head}\n${style.dim(`${STATUS_SIGNS['not-started']} ${count}, not started`)}`;
  }
  return [head, ...joined(exercises.map((exercise) => exerciseBlock(exercise, names, seed, style)))].join('\n');
}

/** Exercises of one line follow one another; a longer one has a blank line around it. */
function joined(blocks: readonly string[]): string[] {
  return blocks.flatMap((text, i) =>
    i > 0 && (text.includes('\n') || blocks[i - 1].includes('\n')) ? ['', text] : [text],
  );
}

function colour(status: ExerciseReport['status'], style: Style): (text: string) => string {
  if (status === 'passed') return style.good;
  return status === 'not-started' ? style.dim : style.bad;
}

function exerciseBlock(exercise: ExerciseReport, names: number, seed: string, style: Style): string {
  const { name, status, score, maxScore, file } = exercise;
  const paint = colour(status, style);
  const marks = `${score} / ${maxScore}`.padStart(7);
  const where = status === 'passed' ? '' : style.dim(`  ${status === 'not-started' ? file : placeOf(exercise)}`);
  const head = `${paint(STATUS_SIGNS[status])} ${style.bold(name.padEnd(names))}  ${marks}  ${paint(STATUS_WORDS[status].padEnd(11))}${where}`;
  return [head.trimEnd(), ...details(exercise, seed, style)].join('\n');
}

function details(exercise: ExerciseReport, seed: string, style: Style): string[] {
  const { status, error, checks } = exercise;
  if (status === 'not-started') return printedLines(exercise, style);
  const lines: string[] = [];
  if (error !== null) {
    const where = error.line === null ? '' : `${error.file}:${error.line}:${error.column} `;
    lines.push(indent(wrap(where + error.message, style.width - 4), '    '));
  }
  lines.push(...carriedLines(exercise, style), ...questionLines(exercise, style));
  if (status !== 'passed') lines.push(...passedLines(checks, style), ...failedLines(checks, seed, style));
  return [...lines, ...printedLines(exercise, style)];
}

function carriedLines(exercise: ExerciseReport, style: Style): string[] {
  const words = carriedWords(exercise);
  return words === null ? [] : [indent(wrap(words, style.width - 4), '    ')];
}

/** The question that a good tutor would ask. */
function questionLines({ diagnosis }: ExerciseReport, style: Style): string[] {
  return diagnosis.map((one) =>
    wrap(`? Question: ${questionWords(one)}`, style.width - 4, '  ')
      .split('\n')
      .map((line) => `    ${style.note(line)}`)
      .join('\n'),
  );
}

function passedLines(checks: readonly CheckReport[], style: Style): string[] {
  const passed = checks.filter(({ status }) => status === 'passed');
  if (passed.length === 0) return [];
  const text = wrap(
    `${passed.length} of ${checks.length} checks passed: ${passed.map(({ id }) => id).join(', ')}`,
    style.width - 4,
  );
  const [first, ...others] = text.split('\n');
  return [`  ${style.good('✓')} ${style.dim(first)}`, ...others.map((line) => style.dim(`    ${line}`))];
}

function failedLines(checks: readonly CheckReport[], seed: string, style: Style): string[] {
  const lines: string[] = [];
  let explained = '';
  for (const check of checks) {
    if (check.status !== 'failed') continue;
    const points = check.points === 1 ? '1 point' : `${check.points} points`;
    const title = wrap(`${check.title} (not yet, ${points})`, style.width - 4, '    ');
    lines.push(`  ${style.bad('✗')} ${title}`);
    // One mistake often fails several checks in the same way: it is explained once, and one example is enough.
    if (check.message === explained) lines.push(`      ${style.dim('the same as above')}`);
    else lines.push(indent(explanation(check, seed, style.width - 6, explained === '', style.bad), '      '));
    explained = check.message;
  }
  return lines;
}

function printedLines({ console: printed, name }: ExerciseReport, style: Style): string[] {
  if (printed === '') return [];
  const lines = printed.trimEnd().split('\n');
  const shown = lines
    .slice(0, MAX_PRINTED_LINES)
    .map((line) => `    ${style.dim('│')} ${cutLine(line, style.width - 6)}`);
  if (lines.length > MAX_PRINTED_LINES) shown.push(style.dim(`    │ … ${lines.length - MAX_PRINTED_LINES} more lines`));
  return [style.dim(`    ${name} printed:`), ...shown];
}

function summary(report: Report, changes: Changes, again: string, style: Style): string {
  const { score, maxScore } = report;
  const bar = progressBar(score / maxScore, BAR_WIDTH, style);
  const total = `${style.bold(`Total ${score} / ${maxScore}`)}${bar === '' ? '' : `  ${bar}`}`;
  const sentences = changeSentences(changes).map((sentence) => wrap(sentence, style.width, '  '));
  const next = wrap(nextStep(report, again), style.width, nextExercise(report) === null ? '' : '      ');
  return [total, ...sentences, next].join('\n');
}
