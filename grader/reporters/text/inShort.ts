import type { ExerciseReport } from '../../grading/report';
import { counterexampleLines } from './counterexample';
import { carriedWords, errorText } from './explanation';
import { cutLine, wrap } from './layout';
import { printedGroups, printedLines } from './printedLines';
import type { Style } from './style';

/** An exercise that is not the one to work on next, in a line or two. */

const MAX_LINES = 2;

/** What goes wrong in it, or, where nothing does, what it printed. */
export function linesInShort(exercise: ExerciseReport, style: Style): string[] {
  const { name, status, error, leftToInstructor = [], waitsFor } = exercise;
  if (status === 'passed' || status === 'not-started')
    return printedLines(name, printedGroups(exercise), MAX_LINES, style, '    ');
  if (error !== null) return errorLine(exercise, style);
  const width = style.width - 4;
  const lines =
    leftToInstructor.length > 0 || waitsFor !== undefined ? leftLines(exercise, width) : failureLines(exercise, width);
  const shown = lines.slice(0, MAX_LINES);
  if (lines.length > MAX_LINES) shown[MAX_LINES - 1] = `${shown[MAX_LINES - 1].slice(0, width - 2)} …`;
  return shown.map((line) => `    ${style.dim(line)}`);
}

/** The error of an exercise that could not be graded to its end, on one line; editors find the place in it. */
export function errorLine({ error }: ExerciseReport, style: Style): string[] {
  return error === null ? [] : [`    ${style.dim(cutLine(errorText(error), style.width - 4))}`];
}

/** In a handout, that it may go wrong for the sake of another exercise alone, or waits for one. */
function leftLines(exercise: ExerciseReport, width: number): readonly string[] {
  return wrap(carriedWords(exercise) ?? '', width).split('\n');
}

function failureLines({ name, counterexample = null, checks }: ExerciseReport, width: number): readonly string[] {
  if (counterexample !== null) return counterexampleLines(name, counterexample, width);
  const failed = checks.find(({ status }) => status === 'failed');
  if (failed === undefined) return [];
  const where = failed.example === null ? '' : ` on case "${failed.example.case}"`;
  return wrap(failed.message + where, width).split('\n');
}
