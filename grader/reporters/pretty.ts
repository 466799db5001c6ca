import type { CheckReport, Diagnosis, Example, ExerciseReport, Json, Report } from '../grading/report';
import { cutLine, indent, wrap } from './layout';
import type { Style } from './style';
import { valueLines } from './values';

/** Lines that a learner printed and the report shows. */
const MAX_PRINTED_LINES = 12;

const SYMBOLS = {
  passed: '✓',
  failed: '✗',
  error: '✗',
  'not-started': '○',
} as const;
const WORDS = {
  passed: 'passed',
  failed: 'not yet',
  error: 'error',
  'not-started': 'not started',
} as const;

/** The report for a person at a terminal. */
export function pretty(report: Report, style: Style): string {
  const untouched = report.exercises.every(({ status }) => status === 'not-started');
  const names = Math.max(...report.exercises.map(({ name }) => name.length));
  const sections = report.exercises.map((exercise) => section(exercise, names, report.seed, style));
  const total = style.bold(`Total ${report.score} / ${report.maxScore}`);
  return `${[...(untouched ? [greeting(style)] : []), ...joined(sections), '', `${total}\n${nextStep(report, style)}`].join('\n')}\n`;
}

/** One-line sections follow one another; longer ones get a line of air around them. */
function joined(sections: readonly string[]): string[] {
  return sections.flatMap((text, i) =>
    i > 0 && (text.includes('\n') || sections[i - 1].includes('\n')) ? ['', text] : [text],
  );
}

function greeting(style: Style): string {
  const text =
    'Welcome. You will write the forward pass of a two-layer perceptron: four small functions, one file each in exercises/.';
  return `${wrap(text, style.width)}\n`;
}

function colour(status: ExerciseReport['status'], style: Style): (text: string) => string {
  if (status === 'passed') return style.good;
  return status === 'not-started' ? style.dim : style.bad;
}

function section(exercise: ExerciseReport, names: number, seed: string, style: Style): string {
  const { name, status, score, maxScore, file, place } = exercise;
  const paint = colour(status, style);
  const marks = `${score} / ${maxScore}`.padStart(7);
  const where =
    status === 'passed'
      ? ''
      : style.dim(`  ${file}${place === null || status === 'not-started' ? '' : `:${place.line}`}`);
  const head = `${paint(SYMBOLS[status])} ${style.bold(name.padEnd(names))}  ${marks}  ${paint(WORDS[status].padEnd(11))}${where}`;
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
  if (status !== 'passed') lines.push(...passedLine(checks, style), ...failedLines(checks, seed, style));
  return [...lines, ...printedLines(exercise, style)];
}

function carriedLines(exercise: ExerciseReport, style: Style): string[] {
  const words = carriedWords(exercise);
  return words === null ? [] : [indent(wrap(words, style.width - 4), '    ')];
}

/** Why marks stand although what this exercise builds on is not right yet; null when nothing was carried forward. */
export function carriedWords({ name, carriedForward, score }: ExerciseReport): string | null {
  if (carriedForward.length === 0) return null;
  const others = carriedForward.join(' and ');
  const are = carriedForward.length === 1 ? 'is' : 'are';
  return `${others} ${are} not right yet, and this does not count against you here: with ${others} set right, ${name} earns these ${score} points.`;
}

/** The question that a good tutor would ask. */
function questionLines({ diagnosis }: ExerciseReport, style: Style): string[] {
  return diagnosis.map((one) => style.note(indent(wrap(`? ${questionWords(one)}`, style.width - 4, '  '), '    ')));
}

/** The question of a diagnosis, after what is known of the factor. */
export function questionWords({ question, factor }: Diagnosis): string {
  return factor === null ? question : `${factor} ${question}`;
}

function passedLine(checks: readonly CheckReport[], style: Style): string[] {
  const passed = checks.filter(({ status }) => status === 'passed');
  if (passed.length === 0) return [];
  const text = `${passed.length} of ${checks.length} checks passed: ${passed.map(({ id }) => id).join(', ')}`;
  return [`  ${style.good('✓')} ${style.dim(cutLine(text, style.width - 4))}`];
}

function failedLines(checks: readonly CheckReport[], seed: string, style: Style): string[] {
  const lines: string[] = [];
  let explained = '';
  for (const check of checks) {
    if (check.status !== 'failed') continue;
    const points = check.points === 1 ? '1 point' : `${check.points} points`;
    lines.push(`  ${style.bad('✗')} ${cutLine(check.title, style.width - 18)} ${style.dim(`(${points})`)}`);
    // One mistake often fails several checks in the same way: it is explained once, and one example is enough.
    if (check.message === explained) lines.push(`      ${style.dim('the same as above')}`);
    else lines.push(indent(explanation(check, seed, style.width - 6, explained === ''), '      '));
    explained = check.message;
  }
  return lines;
}

/**
 * What is wrong, on which case and seed, and (with `inFull`) the inputs, what was expected, and what came.
 * The terminal and the Vitest UI show these same words.
 */
export function explanation({ message, example }: CheckReport, seed: string, width: number, inFull: boolean): string {
  const lines = [wrap(message, width)];
  if (example !== null) lines.push(cutLine(`on case "${example.case}" (seed ${seed})`, width));
  if (example !== null && inFull) lines.push(...exampleLines(example, width));
  return lines.join('\n');
}

/** The inputs of an example, what was expected, and what came. */
function exampleLines({ inputs, expected, got }: Example, width: number): string[] {
  const labelled: [string, Json][] = [...Object.entries(inputs), ['expected', expected]];
  if (got !== null) labelled.push(['got', got]);
  const label = Math.max(...labelled.map(([name]) => name.length)) + 2;
  return labelled.flatMap(([name, value]) =>
    valueLines(value, width - label).map((line, i) => (i === 0 ? name : '').padEnd(label) + line),
  );
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

function nextStep({ exercises }: Report, style: Style): string {
  const next = exercises.find(({ status }) => status !== 'passed');
  const say = (text: string) => wrap(text, style.width, '      ');
  if (next === undefined) return say('All points. Compare your answers with the model answers in solutions/.');
  const { name, file, error, status } = next;
  if (error !== null)
    return say(`Next: mend ${error.file}${error.line === null ? '' : `:${error.line}`}, then run npm run grade again.`);
  if (status === 'not-started')
    return say(`Next: open ${file}, read its comment, write ${name}, and run npm run grade again.`);
  return say(`Next: ${name} in ${file}. For a hint: npm run hint -- ${name}`);
}
