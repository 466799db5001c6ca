import type { ExerciseReport, Report } from '../../grading/report';
import { type Changes, NO_CHANGES } from '../../workbook/progress/sinceLastTime';
import { exerciseDetails } from './exerciseDetails';
import { cutLine, wrap } from './layout';
import { changeSentences, nextExercise, nextStep, placeOf, RUN_AGAIN } from './nextStep';
import { progressBar } from './progressBar';
import { headingOf, type ReportSection, sectionsOf } from './sections';
import { STATUS_SIGNS, STATUS_WORDS } from './statusWords';
import type { Style } from './style';

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
  return [head.trimEnd(), ...exerciseDetails(exercise, seed, style)].join('\n');
}

function summary(report: Report, changes: Changes, again: string, style: Style): string {
  const { score, maxScore } = report;
  const bar = progressBar(score / maxScore, BAR_WIDTH, style);
  const total = `${style.bold(`Total ${score} / ${maxScore}`)}${bar === '' ? '' : `  ${bar}`}`;
  const sentences = changeSentences(changes, report).map((sentence) => wrap(sentence, style.width, '  '));
  const next = wrap(nextStep(report, again), style.width, nextExercise(report) === null ? '' : '      ');
  return [total, ...sentences, next].join('\n');
}
