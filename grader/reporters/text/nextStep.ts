import type { ExerciseReport, Report } from '../../grading/report';
import { formatList } from '../../text/lists';
import type { Changes } from '../../workbook/progress/sinceLastTime';

/** The exercise to work on next: the first that is not passed. */
export function nextExercise({ exercises }: Report): ExerciseReport | null {
  return exercises.find(({ status }) => status !== 'passed') ?? null;
}

/** How to have an answer graded again. */
export const RUN_AGAIN = 'run npm run grade again';

/**
 * The one thing to do next, in a sentence.
 *
 * @param again how to have the answer graded again
 * @param next the exercise to work on
 */
export function nextStep(report: Report, again = RUN_AGAIN, next = nextExercise(report)): string {
  if (next === null) return whenAllPassed(report);
  const { name, file, error, status, waitsFor, leftToInstructor: [first] = [], notWritten = [] } = next;
  if (error !== null) {
    if (error.kind === 'missing-file') return `Next: get ${error.file} back, then ${again}.`;
    const line = lineToFix(next);
    return `Next: fix ${error.file}${line === null ? '' : `:${line}`}, then ${again}.`;
  }
  if (status === 'not-started') return `Next: open ${file}, read its comment, write ${name}, and ${again}.`;
  if (waitsFor !== undefined) return `Next: ${formatList(waitsFor)} (npm run grade -- ${waitsFor.join(' ')}).`;
  if (first !== undefined) {
    const write = notWritten.includes(first) ? `write ${first} first, in` : `${first} first, in`;
    return `Next: ${write} ${file.slice(0, -`${name}.ts`.length)}${first}.ts: ${name} builds on it.`;
  }
  const hint = report.handout?.exam === true ? '' : ` For a hint: npm run hint -- ${name}`;
  return `Next: ${name} in ${placeOf(next)}.${hint}`;
}

/** The line that keeps an exercise from being graded: a bracket is missed far below where it belongs. */
function lineToFix({ error, traps: [trap] = [] }: ExerciseReport): number | null {
  return error?.kind === 'syntax' && trap?.file === error.file ? trap.line : (error?.line ?? null);
}

function whenAllPassed({ handout, exercises }: Report): string {
  if (handout === undefined) return 'Compare your answers with the model answers in solutions/.';
  return exercises.length < handout.exerciseCount
    ? 'To grade the rest, too: npm run grade'
    : 'To hand in: npm run hand-in';
}

/** Where the learner's function stands, as editors and terminals make it clickable: `exercises/softmax.ts:12`. */
export function placeOf({ file, place }: ExerciseReport): string {
  return place === null ? file : `${file}:${place.line}`;
}

/** What is different from the last run, one sentence to a line. */
export function changeSentences({ scores, completed }: Changes, { handout }: Report): readonly string[] {
  const sentences: string[] = [];
  if (scores.length > 0) {
    const changes = scores.map(({ name, before, after }) => `${name} ${before} -> ${after}`);
    sentences.push(`Since the last run: ${changes.join(', ')}.`);
  }
  if (completed.length > 0) {
    const files = completed.map((name) => `solutions/${name}.ts`);
    const verb = completed.length === 1 ? 'has' : 'have';
    const compare = handout === undefined ? ` To compare with the model answer: ${formatList(files)}.` : '';
    sentences.push(`${formatList(completed)} ${verb} full marks.${compare}`);
  }
  return sentences;
}
