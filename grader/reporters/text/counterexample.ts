import type { Counterexample, Example, Json } from '../../grading/report';
import { formatNumber } from '../../text/formatNumber';
import { exampleLines, type Part, partsToShow } from './exampleLines';
import { wrap } from './layout';

/** The smallest inputs that go wrong, beside the nearest that work. */

/** A sentence of more lines than these is no easier to read than matrices in rows. */
const MAX_SENTENCE_LINES = 4;
/** The space within a matrix, at which no line ends. */
export const UNBROKEN = '\u00a0';
/** As many digits as tell right from wrong, from the least to the most. */
const DIGITS = [4, 6, 8, 10, 12, 17];

/**
 * Lines of at most `width` characters: a sentence where there are few numbers, else inputs and answers in rows.
 *
 * @param paint emphasis for wrong entries of matrices in rows
 */
export function counterexampleLines(
  name: string,
  counterexample: Counterexample,
  width: number,
  paint = (text: string) => text,
): string[] {
  const lines = wrap(sentence(name, counterexample), width).replaceAll(UNBROKEN, ' ').split('\n');
  if (lines.length <= MAX_SENTENCE_LINES && lines.every((line) => line.length <= width)) return lines;
  return [...wrap(`${counterexample.message}:`, width).split('\n'), ...exampleLines(counterexample, width, paint)];
}

/** `softmax([[1000, 0]]) gives [[NaN, 0]], expected [[1, 0]]. Right for [[0, 0]].` */
export function counterexampleSentence(name: string, counterexample: Counterexample): string {
  return sentence(name, counterexample).replaceAll(UNBROKEN, ' ');
}

function sentence(name: string, counterexample: Counterexample): string {
  const { inputs, works } = counterexample;
  const right = works === null ? '' : ` Right ${rightText(inputs, works.inputs)}.`;
  return `${name}(${argumentsText(inputs)})${outcomeText(counterexample)}.${right}`;
}

function outcomeText(counterexample: Counterexample): string {
  const { threw, place, message } = counterexample;
  if (threw !== null) {
    const where = place === null ? '' : ` at ${place.file}:${place.line}`;
    return ` throws an error${where}: ${threw.replace(/\.$/, '')}`;
  }
  const [part] = partsToShow(counterexample);
  const isPlain = [part.got, part.expected].every(isNumeric) && hasWrongNumbers(part);
  if (!isPlain) return `: ${message}`;
  const [got, expected] = tellingApart(part.got, part.expected);
  const label = part.name === '' ? '' : ` as ${part.name}`;
  return ` gives ${got}${label}, expected ${expected}`;
}

/** Whether the numbers show what is wrong: those of an answer of another shape do, equal ones do not. */
function hasWrongNumbers({ got, expected }: Part): boolean {
  return JSON.stringify(got) !== JSON.stringify(expected);
}

/** Two values with as few digits as tell them apart. */
export function tellingApart(got: Json, expected: Json): readonly [got: string, expected: string] {
  const texts = DIGITS.map((digits) => [got, expected].map((value) => inline(value, digits)) as [string, string]);
  return texts.find(([one, other]) => one !== other) ?? texts[texts.length - 1];
}

/** `for [[1, 2]]`; of several arguments only those that differ: `with b = [[0]]`. */
function rightText(wrong: Example['inputs'], right: Example['inputs']): string {
  const names = Object.keys(right);
  const others = names.filter((name) => JSON.stringify(right[name]) !== JSON.stringify(wrong[name]));
  // JSON has no -0, so what differs in that alone looks the same.
  if (names.length === 1 || others.length === 0) return `for ${argumentsText(right)}`;
  return `with ${others.map((name) => argument(name, right[name])).join(', ')}`;
}

const argument = (name: string, value: Json) => `${name}${UNBROKEN}=${UNBROKEN}${inline(value, 17)}`;

/** One argument stands alone; several are named. */
function argumentsText(inputs: Example['inputs']): string {
  const named = Object.entries(inputs);
  if (named.length === 1) return inline(named[0][1], 17);
  return named.map(([name, value]) => argument(name, value)).join(', ');
}

function isNumeric(value: Json): boolean {
  if (Array.isArray(value)) return value.every(isNumeric);
  return typeof value === 'number' || ['NaN', 'Infinity', '-Infinity'].includes(String(value));
}

/** A value on one line. */
export function inlineValue(value: Json): string {
  return inline(value, DIGITS[0]);
}

function inline(value: Json, digits: number): string {
  if (Array.isArray(value)) return `[${value.map((item: Json) => inline(item, digits)).join(`,${UNBROKEN}`)}]`;
  if (typeof value === 'number') return formatNumber(value, digits);
  if (typeof value !== 'object' || value === null) return String(value);
  const items = Object.entries(value).map(([name, item]) => `${name}: ${inline(item, digits)}`);
  return `{ ${items.join(', ')} }`;
}
