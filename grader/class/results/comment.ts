import type { ExerciseReport, Report } from '../../grading/report';
import { counterexampleSentence } from '../../reporters/text/counterexample';
import { handedInWords, questionWords } from '../../reporters/text/explanation';
import { wrongStepSentence } from '../../reporters/text/wrongStep';
import { cutText } from '../../text/cutText';
import { formatList } from '../../text/lists';
import { sanitizeLine } from '../../text/sanitize';

/** What gradebooks take as a comment, in characters. */
const MAX_COMMENT = 1000;

/** A detail of fewer characters says nothing. */
const MIN_DETAIL = 40;

/**
 * The report as a comment of at most `MAX_COMMENT` characters: the marks of all exercises first, then for each that
 * misses points what goes wrong, and the question to think about. Nothing in it is markup.
 */
export function feedbackComment({ exercises }: Report): string {
  let comment = `${exercises.map(marks).join(', ')}.`;
  const wrong = exercises.filter(({ score, maxScore, status }) => score < maxScore && status !== 'not-started');
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
 * @param found what there is instead; empty when nothing is
 * @param exercises names of those that are graded
 */
export function nothingFoundComment(found: string, exercises: readonly string[]): string {
  const instead = found === '' ? '' : ` What was handed in: ${withoutMarkup(sanitizeLine(found))}.`;
  const files = formatList(exercises.map((name) => `${name}.ts`));
  return cutText(`No exercise file was found.${instead} What is graded: ${files}, as files or in a zip.`, MAX_COMMENT);
}

/** `softmax 18/30`, and why nothing could be judged. */
function marks({ name, score, maxScore, status, error }: ExerciseReport): string {
  const why = status === 'not-started' ? 'not started' : error?.kind;
  return `${name} ${score}/${maxScore}${why === undefined ? '' : ` (${why})`}`;
}

/** What goes wrong, and the question, which is kept whole if anything is. */
function detail(exercise: ExerciseReport, room: number): string {
  const question = withoutMarkup(exercise.diagnosis.map(questionWords).join(' '));
  const facts = withoutMarkup(factsOf(exercise).join(' '));
  const left = question === '' ? room : room - question.length - 1;
  if (left < MIN_DETAIL) return room < MIN_DETAIL ? '' : cutText(question, room);
  return `${cutText(facts, left)} ${question}`.trim();
}

function factsOf(exercise: ExerciseReport): readonly string[] {
  const { name, error, counterexample = null, checks } = exercise;
  const note = handedInWords(exercise);
  const notes = note === null ? [] : [note];
  if (error !== null)
    return [...notes, `${name}${error.line === null ? '' : `, line ${error.line}`}: ${error.message}`];
  if (counterexample !== null) return [...notes, counterexampleSentence(name, counterexample), ...stepWords(exercise)];
  const failed = checks.find(({ status }) => status === 'failed');
  return failed === undefined ? notes : [...notes, `${name}: ${failed.message}`];
}

/** Where it first goes wrong, as far as that is known. */
function stepWords({ wrongStep = null, file }: ExerciseReport): readonly string[] {
  return wrongStep === null ? [] : [wrongStepSentence(wrongStep, file)];
}

/** Gradebooks may show a comment as HTML, in which `<` before a letter, a slash or a mark begins a tag. */
function withoutMarkup(text: string): string {
  return text.replace(/<(?=[a-z/!?])/gi, '< ').replace(/\s+/g, ' ');
}
