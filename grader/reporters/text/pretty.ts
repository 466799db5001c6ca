import type { ExerciseReport, Report } from '../../grading/report';
import { type Changes, NO_CHANGES } from '../../workbook/progress/sinceLastTime';
import { exerciseDetails, MAX_LINES } from './exerciseDetails';
import { errorLine, linesInShort } from './inShort';
import { cutLine, wrap } from './layout';
import { changeSentences, nextExercise, nextStep, placeOf, RUN_AGAIN } from './nextStep';
import { progressBar } from './progressBar';
import { headingOf, type ReportSection, sectionsOf } from './sections';
import { STATUS_SIGNS, STATUS_WORDS } from './statusWords';
import type { Style } from './style';

const BAR_WIDTH = 30;

/**
 * The report for a person at a terminal. What fits a screen is told of the exercise to work on, and a line or two of
 * others that fail; all there is to say where the style is for everything.
 *
 * @param changes what changed since the last run
 * @param again how to have an answer graded again
 * @param focus the exercises that the person works on now; by default the first that is not passed
 */
export function pretty(
  report: Report,
  style: Style,
  changes: Changes = NO_CHANGES,
  again = RUN_AGAIN,
  focus: readonly string[] = [],
): string {
  const chosen =
    report.exercises.find(({ name, status }) => focus.includes(name) && status !== 'passed') ?? nextExercise(report);
  // Of an exercise that is done, the model answer is named already.
  const isSaid = chosen === null && changes.completed.length > 0 && report.handout === undefined;
  const end = summary(report, changes, isSaid ? null : nextStep(report, again, chosen), style);
  if (style.all) return screen(report, style, end, (exercise) => exerciseDetails(exercise, report.seed, style));
  const { name } = chosen ?? { name: null };
  const shown = (others: Details, most: number, collapsing = false) => {
    const details: Details = (exercise) =>
      exercise.name === name ? exerciseDetails(exercise, report.seed, style, most) : others(exercise);
    return screen(report, style, end, details, collapsing ? name : null);
  };
  // The line that a shell prompts in is seen, too.
  const spare = (text: string) => style.rows - 1 - text.trimEnd().split('\n').length;
  const inShort: Details = (exercise) => linesInShort(exercise, style);
  const listed: Details = (exercise) => errorLine(exercise, style);
  const shortest = shown(listed, MAX_LINES, true);
  const fitting = [shown(inShort, MAX_LINES), shown(listed, MAX_LINES), shortest].find((text) => spare(text) >= 0);
  return fitting ?? shown(listed, Math.max(LEAST_LINES, MAX_LINES + spare(shortest)), true);
}

/** So many lines of what to do next are shown even if the beginning of the report scrolls away. */
const LEAST_LINES = 10;

/** The lines below the line of an exercise. */
type Details = (exercise: ExerciseReport) => readonly string[];

/** @param only of other chapters than this exercise's, the exercises are only counted; null to list them all */
function screen(report: Report, style: Style, end: string, details: Details, only: string | null = null): string {
  const untouched = report.exercises.every(({ status }) => status === 'not-started');
  const sections = sectionsOf(report);
  const names = Math.max(...report.exercises.map(({ name }) => name.length));
  const blocks = sections.map((one) => {
    const counted = only !== null && !one.exercises.some(({ name }) => name === only);
    return sectionBlock({ ...one, brief: one.brief || counted }, sections.length > 1, names, details, style);
  });
  return `${[...(untouched ? [greeting(report, style)] : []), ...blocks, end].join('\n\n')}\n`;
}

function greeting({ exercises }: Report, style: Style): string {
  const isForwardPass = exercises.some(({ name }) => name === 'forwardMlp');
  const what = isForwardPass ? 'the forward pass of a two-layer perceptron: small functions' : 'small functions';
  return wrap(`Welcome. You will write ${what}, one file each in exercises/.`, style.width);
}

function sectionBlock(one: ReportSection, several: boolean, names: number, details: Details, style: Style): string {
  const { section, exercises, score, maxScore, brief } = one;
  const subtotal = several ? `${score} / ${maxScore}` : '';
  const room = style.width - (several ? subtotal.length + 2 : 0);
  const heading = cutLine(headingOf(section), room);
  const head = style.bold(several ? heading.padEnd(room) + subtotal.padStart(subtotal.length + 2) : heading);
  if (brief) return [head, ...countLines(exercises, style)].join('\n');
  return [head, ...joined(exercises.map((exercise) => exerciseBlock(exercise, names, details, style)))].join('\n');
}

/** How many exercises stand where, a line for each. */
function countLines(exercises: readonly ExerciseReport[], style: Style): string[] {
  const statuses = [...new Set(exercises.map(({ status }) => status))];
  return statuses.map((status) => {
    const count = exercises.filter((exercise) => exercise.status === status).length;
    const words = `${STATUS_SIGNS[status]} ${count === 1 ? '1 exercise' : `${count} exercises`}, ${STATUS_WORDS[status]}`;
    return colour(status, style)(words);
  });
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

function exerciseBlock(exercise: ExerciseReport, names: number, details: Details, style: Style): string {
  const { name, status, score, maxScore, file } = exercise;
  const paint = colour(status, style);
  const marks = `${score} / ${maxScore}`.padStart(7);
  const where = status === 'passed' ? '' : style.dim(`  ${status === 'not-started' ? file : placeOf(exercise)}`);
  const head = `${paint(STATUS_SIGNS[status])} ${style.bold(name.padEnd(names))}  ${marks}  ${paint(STATUS_WORDS[status].padEnd(11))}${where}`;
  return [head.trimEnd(), ...details(exercise)].join('\n');
}

function summary(report: Report, changes: Changes, step: string | null, style: Style): string {
  const { score, maxScore } = report;
  const bar = progressBar(score / maxScore, BAR_WIDTH, style);
  const total = `${style.bold(`Total ${score} / ${maxScore}`)}${bar === '' ? '' : `  ${bar}`}`;
  const sentences = changeSentences(changes, report).map((sentence) => wrap(sentence, style.width, '  '));
  const next = step === null ? [] : [wrap(step, style.width, nextExercise(report) === null ? '' : '      ')];
  return [total, ...sentences, ...next].join('\n');
}
