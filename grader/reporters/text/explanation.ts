import type { CheckReport, Diagnosis, Example, ExerciseReport, GradingError } from '../../grading/report';
import { formatList } from '../../text/lists';
import { exampleLines } from './exampleLines';
import { cutLine, wrap } from './layout';

/** What is wrong and why, in the words that the terminal and the Vitest UI share. */

/**
 * What is wrong, on which case and seed, and (with `inFull`) the inputs, what was expected, and what came.
 *
 * @param paint emphasis for wrong entries, besides their asterisk
 */
export function explanation(
  { message, example }: CheckReport,
  seed: string,
  width: number,
  inFull: boolean,
  paint?: (text: string) => string,
): string {
  const lines = example === null ? [] : caseLines(example, seed, width, inFull, paint);
  return [wrap(message, width), ...lines].join('\n');
}

/** The failing case, without the sentence that says what is wrong. */
export function caseLines(
  example: Example,
  seed: string,
  width: number,
  inFull: boolean,
  paint = (text: string) => text,
): string[] {
  const head = cutLine(`on case "${example.case}" (seed ${seed})`, width);
  return inFull ? [head, ...exampleLines(example, width, paint)] : [head];
}

/** Which file it really was; null when that has the exercise's name. */
export function handedInWords({ name, handedInAs }: ExerciseReport): string | null {
  return handedInAs === undefined ? null : `This was handed in as ${handedInAs}, and graded as ${name}.ts.`;
}

/**
 * Why marks count although what this exercise builds on is not right yet, or who can tell whether they do, or what it
 * waits for; null where there is nothing of that.
 */
export function carriedWords(report: ExerciseReport): string | null {
  const { name, carriedForward, score, leftToInstructor = [], notWritten = [], waitsFor, checks } = report;
  if (waitsFor !== undefined) return `${checks[0].message} Your instructor’s grading hands over right ones.`;
  const areStubs = (names: readonly string[]) => names.every((one) => notWritten.includes(one));
  if (leftToInstructor.length > 0) {
    const your = `your ${formatList(leftToInstructor)}`;
    const state = areStubs(leftToInstructor)
      ? `Y${your.slice(1)} ${areOrIs(leftToInstructor)} not written yet.`
      : `Graded with ${your}, not fully right yet.`;
    const replaced = leftToInstructor.length === 1 ? 'a right one in its place' : 'right ones in their place';
    return `${state} Your instructor’s grading puts ${replaced}, and may give more.`;
  }
  if (carriedForward.length === 0) return null;
  const others = formatList(carriedForward);
  const [not, once] = areStubs(carriedForward) ? ['written', 'written'] : ['right', 'corrected'];
  return `${others} ${areOrIs(carriedForward)} not ${not} yet, but that does not count against you here: with ${others} ${once}, ${name} earns these ${score} points.`;
}

/** In a handout, who may have a question where none fits; empty elsewhere. */
export const unaskedWords = ({ unasked = false }: ExerciseReport): readonly string[] =>
  unasked ? ['There is no question for this mistake here. Your instructor’s grading may find one.'] : [];

const areOrIs = (names: readonly string[]) => (names.length === 1 ? 'is' : 'are');

/** Why an exercise could not be graded to its end, after its place. */
export function errorText({ file, line, column, message }: GradingError): string {
  return line === null ? message : `${file}:${line}:${column} ${message}`;
}

/** The question of a diagnosis, after what is known of the factor. */
export function questionWords({ question, factor }: Diagnosis): string {
  return factor === null ? question : `${factor} ${question}`;
}
