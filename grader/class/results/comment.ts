import type { ErrorKind, ExerciseReport, Report } from '../../grading/report';
import { counterexampleSentence } from '../../reporters/text/counterexample';
import { questionWords } from '../../reporters/text/explanation';
import { shownTraps, trapWords } from '../../reporters/text/trapWords';
import { wrongStepBeside, wrongStepSentence } from '../../reporters/text/wrongStep';
import { cutText } from '../../text/cutText';
import { formatList } from '../../text/lists';
import { sanitize, sanitizeLine } from '../../text/sanitize';
import { byFile } from '../intake/nearNames';
import type { IntakeNote } from '../store/intakeNotes';
import { isUntouched, nearWords, whatCounted } from './whatCounted';

/** What gradebooks take as a comment, in characters. */
const MAX_COMMENT = 1000;

/** A detail of fewer characters says nothing. */
const MIN_DETAIL = 40;

/** Why nothing of an exercise could be judged, after its points. */
const ERROR_WORDS: Readonly<Record<ErrorKind, string>> = {
  'missing-file': 'no file',
  syntax: 'cannot be read as TypeScript',
  import: 'an import does not work',
  'missing-export': 'no function of that name exported',
  load: 'stops while it is loaded',
  timeout: 'takes too long',
  memory: 'takes too much memory',
  exit: 'ends the process',
};

/** Why an exercise could not be judged, as students read it. */
export function errorWords(kind: string): string {
  return Object.hasOwn(ERROR_WORDS, kind) ? ERROR_WORDS[kind as ErrorKind] : kind;
}

/**
 * The report as a comment of at most `MAX_COMMENT` characters: the marks of all exercises first, then what was not graded
 * as it was handed in, then for each that misses points what goes wrong, and the question to think about. Nothing in it is
 * markup.
 *
 * @param note what was found of the student
 */
export function feedbackComment(report: Report, note: IntakeNote | undefined): string {
  const { exercises, score, maxScore } = report;
  const points = isUntouched(report) ? `${score} of ${maxScore} points` : exercises.map(marks).join(', ');
  let comment = [`${points}.`, ...whatCounted(report, note).map(withoutMarkup), ...notesOn(exercises, note)].join(' ');
  const wrong = exercises.filter(
    ({ score, maxScore, status, error }) =>
      score < maxScore && status !== 'not-started' && error?.kind !== 'missing-file',
  );
  wrong.forEach((exercise, i) => {
    const room = Math.floor((MAX_COMMENT - comment.length) / (wrong.length - i)) - 1;
    const words = detail(exercise, room);
    if (words !== '') comment += ` ${words}`;
  });
  return cutText(comment, MAX_COMMENT);
}

/**
 * What a student is told whose submission has no exercise file.
 *
 * @param note what there is instead
 * @param exercises names of those that are graded
 */
export function nothingFoundComment(note: IntakeNote | undefined, exercises: readonly string[]): string {
  const { handedIn = [], nearNames = [] } = note ?? {};
  const what = handedIn.length === 0 ? '' : ` (${formatList(handedIn)})`;
  const why = nearNames.length > 0 ? nearWords(nearNames) : `no exercise file was found in what you handed in${what}`;
  const files = formatList(exercises.map((name) => `${name}.ts`));
  const how = exercises.length === 1 ? 'as a file or in a .zip' : 'as files or in one .zip';
  return ownComment(`There is no mark yet: ${why}. Please hand in ${files} ${how}.`);
}

/** Text as a comment. */
export function ownComment(text: string): string {
  return cutText(withoutMarkup(sanitize(text)).trim(), MAX_COMMENT);
}

/** `softmax 18/30`, and why nothing could be judged. */
function marks({ name, score, maxScore, status, error }: ExerciseReport): string {
  const why = status === 'not-started' ? 'not started' : error === null ? undefined : errorWords(error.kind);
  return `${name} ${score}/${maxScore}${why === undefined ? '' : ` (${why})`}`;
}

/** What was graded under another name, or not found. */
function notesOn(exercises: readonly ExerciseReport[], note: IntakeNote | undefined): readonly string[] {
  const { nearNames = [], handedIn = [] } = note ?? {};
  const instead =
    handedIn.length === 0 ? '' : ` (there is ${formatList(handedIn)}, which is not graded; please hand in files)`;
  const near = exercises.flatMap(({ name, handedInAs }) =>
    handedInAs === undefined ? [] : [{ file: withoutMarkup(sanitizeLine(handedInAs)), exercise: name }],
  );
  const renamed = [...byFile(near)].map(
    ([file, names]) => `${file} as ${formatList(names.map((name) => `${name}.ts`))}`,
  );
  const isNear = (name: string) => nearNames.some(({ exercise }) => exercise === name);
  const missing = exercises.filter(({ name, error }) => error?.kind === 'missing-file' && !isNear(name));
  return [
    ...(renamed.length === 0 ? [] : [`Graded under the names of the exercises: ${renamed.join('; ')}.`]),
    ...(missing.length === 0 ? [] : [`Not found: ${formatList(missing.map(({ name }) => `${name}.ts`))}${instead}.`]),
  ];
}

/** What goes wrong, and the question, which is kept whole if anything is. */
function detail(exercise: ExerciseReport, room: number): string {
  const question = withoutMarkup(questionOn(exercise));
  const facts = withoutMarkup(factsOf(exercise).join(' '));
  const left = question === '' ? room : room - question.length - 1;
  if (left < MIN_DETAIL) return room < MIN_DETAIL ? '' : cutText(question, room);
  return `${cutText(facts, left)} ${question}`.trim();
}

/** The question; where there is none, the trap of the language that the answer fell into. */
function questionOn(exercise: ExerciseReport): string {
  const questions = exercise.diagnosis.map(questionWords);
  return (questions.length > 0 ? questions : trapWords(exercise).slice(0, 1)).join(' ');
}

function factsOf(exercise: ExerciseReport): readonly string[] {
  const { name, error, counterexample = null, checks } = exercise;
  if (error !== null) {
    // Students do not know cases by their names.
    const message = error.message.replace(/ on case "[^"]*"/, '');
    return [`${name}${error.line === null ? '' : `, line ${error.line}`}: ${message}`];
  }
  if (counterexample !== null) return [counterexampleSentence(name, counterexample), ...stepWords(exercise)];
  const failed = checks.find(({ status }) => status === 'failed');
  return failed === undefined ? [] : [`${name}: ${failed.message}`];
}

/** Where it first goes wrong, as far as that is known. */
function stepWords(exercise: ExerciseReport): readonly string[] {
  // A trap stands in a comment only where there is no question.
  const traps = exercise.diagnosis.length > 0 ? [] : shownTraps(exercise).slice(0, 1);
  const wrongStep = wrongStepBeside(exercise, traps);
  return wrongStep === null ? [] : [wrongStepSentence(wrongStep, exercise.file)];
}

/** Gradebooks may show a comment as HTML, in which `<` before a letter, a slash or a mark begins a tag. */
function withoutMarkup(text: string): string {
  return text.replace(/<(?=[a-z/!?])/gi, '< ').replace(/\s+/g, ' ');
}
