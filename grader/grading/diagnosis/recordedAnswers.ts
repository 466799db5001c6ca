import { agrees, DEFAULT_TOLERANCE } from '../../authoring/compare';
import { type Functions, givenCalled, givenOf } from '../../authoring/given';
import type { Input } from '../../authoring/values';
import type { Outcome } from '../../sandbox/host/outcome';
import { cutText } from '../../text/cutText';
import type { Recorded, RecordedAnswer, RecordedFunction, RecordedInput } from '../../workbook/namedAnswers';
import { answerToJson } from '../json';

/** Answers as data: what a function came to on some inputs, to be kept and compared. */

/** What came of a call; null when the guest was lost. */
export type Came = Pick<RecordedAnswer, 'got' | 'threw'>;

/** Characters of an error's message: enough to tell it from others. */
const MAX_MESSAGE = 200;

/** What came of a call, as data. */
export function recordedOutcome(outcome: Outcome): Came | null {
  if (outcome.kind === 'lost') return null;
  if (outcome.kind === 'threw') return { got: null, threw: thrownKind(outcome.message) };
  // Answers hold numbers, texts, and lists and records of these.
  return { got: answerToJson(outcome.answer) as Recorded, threw: null };
}

/** An argument of a call, as data. */
export function recordedInput(input: Input): RecordedInput {
  if (typeof input === 'number') return Number.isFinite(input) ? input : (String(input) as RecordedInput);
  if (typeof input === 'function') {
    const { name, of } = givenOf(input);
    return { function: name, of };
  }
  if (Array.isArray(input)) return input.map(recordedInput);
  return Object.fromEntries(Object.entries(input).map(([name, item]) => [name, recordedInput(item)]));
}

/** The arguments that were recorded; null when one is a function that the workbook no longer has. */
export function inputsOf({ inputs }: RecordedAnswer, functions: Functions): readonly Input[] | null {
  const all = inputs.map((input) => inputOf(input, functions));
  return all.every((input) => input !== null) ? all : null;
}

function inputOf(input: RecordedInput, functions: Functions): Input | null {
  if (typeof input !== 'object') return Number(input);
  if (Array.isArray(input)) return input.map((item) => inputOf(item, functions)) as Input;
  if (isFunction(input)) return givenCalled({ name: input.function, of: input.of }, functions);
  return Object.fromEntries(Object.entries(input).map(([name, item]) => [name, inputOf(item, functions) as Input]));
}

const isFunction = (input: object): input is RecordedFunction =>
  'function' in input && typeof input.function === 'string';

/** Whether the same came of two calls, as closely as answers are compared: NaN is the same as NaN here. */
export function sameCame(one: Came, other: Came): boolean {
  if (one.threw !== other.threw) return false;
  return one.got === null || other.got === null ? one.got === other.got : sameValue(one.got, other.got);
}

/** Whether two answers came to the same on the same inputs. */
export function sameBehaviour(one: readonly RecordedAnswer[], other: readonly RecordedAnswer[]): boolean {
  const isSame = (answer: RecordedAnswer, i: number) =>
    sameCame(answer, other[i]) && JSON.stringify(answer.inputs) === JSON.stringify(other[i].inputs);
  return one.length === other.length && one.every(isSame);
}

/** Whether nothing but NaN came back, as of many mistakes: that does not tell how it came about. */
export function isNaNThroughout(answers: readonly RecordedAnswer[]): boolean {
  const holdsNaN = (value: Recorded): boolean =>
    typeof value === 'object' ? Object.values(value).every(holdsNaN) : value === 'NaN';
  return answers.every(({ got }) => got !== null && holdsNaN(got));
}

function sameValue(one: Recorded, other: Recorded): boolean {
  if (typeof one === 'number' && typeof other === 'number') return agrees(one, other, DEFAULT_TOLERANCE);
  if (typeof one !== 'object' || typeof other !== 'object') return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [mine, theirs] = [Object.entries(one), new Map(Object.entries(other))];
  return (
    mine.length === theirs.size &&
    mine.every(([key, item]) => {
      const counterpart = theirs.get(key);
      return counterpart !== undefined && sameValue(item, counterpart);
    })
  );
}

/**
 * The kind of an error: its message without numbers and texts, and without names that are the learner's choice. What is
 * not there, or is no function, says what went wrong, so that name stays: `TypeError: ….dot is not a function`.
 */
function thrownKind(message: string): string {
  const kind = message
    .replace(/(?<![\w.])-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/g, '…')
    .replace(/\S+\.(?=\w+ is not )/, '….')
    .replace(/\S+(?= is not iterable)/, '…');
  return cutText(kind, MAX_MESSAGE);
}
