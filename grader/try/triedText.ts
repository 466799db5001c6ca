import { type Matrix, shapeOf } from '../../reference/matrix';
import type { Value } from '../authoring/values';
import type { Example, Json } from '../grading/report';
import { exampleLines, type Part, partsOf } from '../reporters/text/exampleLines';
import { wrap } from '../reporters/text/layout';
import { isMatrix } from '../reporters/text/matrix';
import { printedLines } from '../reporters/text/printedLines';
import type { Style } from '../reporters/text/style';
import { formatShape } from '../text/formatNumber';
import type { Tried } from './tryOut';

/** An input of more numbers is given by its shape: what is looked at is the answer. */
const MAX_INPUT = 60;
const MAX_PRINTED_LINES = 40;
/** As many decimals as NumPy prints, where so few columns leave room for them. */
const NUMPY_DECIMALS = 8;
const MAX_NARROW = 4;
/** Of this many probabilities at most, sums and maxima are listed. */
const MAX_ROWS = 12;

/** What a function came to: inputs, its answer beside the right one, and what it printed. */
export function triedText(tried: Tried, style: Style): string {
  const { exercise, about, inFull, example, printed } = tried;
  const shown = {
    ...example,
    inputs: Object.fromEntries(Object.entries(example.inputs).flatMap(([name, value]) => named(name, value))),
  };
  const title = about === '' ? exercise.name : `${exercise.name} on ${about}`;
  // The answer alone where there is no other to put beside it.
  const parts = tried.expected === null ? answerParts(shown) : partsOf(shown);
  const decimals = parts.every(({ expected }) => isNarrow(expected)) ? NUMPY_DECIMALS : undefined;
  return [
    ...wrap(title, style.width).split('\n').map(style.bold),
    ...exampleLines(shown, style.width, style.bad, parts, decimals),
    ...verdictLines(tried, style),
    ...(inFull ? shapeLines(tried, style) : []),
    ...printedLines(exercise.name, printed === '' ? [] : [{ case: null, text: printed }], MAX_PRINTED_LINES, style),
  ].join('\n');
}

/** A record is shown part by part. */
function named(name: string, value: Json): [name: string, value: Json][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || 'shape' in value)
    return [[name, shortened(value)]];
  return Object.entries(value).flatMap(([key, item]) => named(`${name}.${key}`, item));
}

/** The parts of an answer that nothing is said about. */
function answerParts(shown: Example): readonly Part[] {
  if (shown.got === null) return [];
  return partsOf({ ...shown, expected: shown.got }).map((part) => ({ ...part, wrong: [] }));
}

const isNarrow = (value: Json) => !isMatrix(value) || value[0].length <= MAX_NARROW;

function shortened(value: Json): Json {
  return isMatrix(value) && value.flat().length > MAX_INPUT ? { shape: shapeOf(value as number[][]) } : value;
}

const UNJUDGED = {
  several: 'Several answers are right here: the one that is expected is only one of them.',
  'no-number': 'What is right here is not a number, either: nothing is judged.',
} as const;

function verdictLines({ exercise, complaint, unjudged }: Tried, style: Style): string[] {
  if (unjudged === 'not-here') {
    const words = 'The right answer is not in this copy. To see yours beside one, try a case:';
    return [
      ...wrap(complaint === null ? words : `${complaint}. ${words}`, style.width).split('\n'),
      `npm run try -- ${exercise.name} --case ${Object.keys(exercise.cases)[0]}`,
    ];
  }
  if (complaint !== null) return wrap(`${complaint}.`, style.width).split('\n');
  return unjudged === null ? [style.good('This is right.')] : wrap(UNJUDGED[unjudged], style.width).split('\n');
}

/** What the chapter prints of an answer besides its numbers: shapes, and of probabilities the sums of the rows. */
function shapeLines({ exercise: { returns }, value, expected }: Tried, style: Style): string[] {
  if (value === null || expected === null) return [];
  if (typeof returns === 'string') return partLines(returns, value, expected, style);
  const [values, wanted] = [value as readonly Value[], expected as readonly Value[]];
  return returns.flatMap((name, i) => partLines(name, values[i], wanted[i], style));
}

function partLines(name: string, value: Value, expected: Value, style: Style): string[] {
  if (!isRows(value) || !isRows(expected)) return [];
  const shape = `Shape of ${name}: ${formatShape(shapeOf(value))}`;
  if (!areProbabilities(expected) || value.length > MAX_ROWS) return [shape];
  const list = (numbers: readonly number[]) => `[${numbers.map((number) => number.toFixed(4)).join(' ')}]`;
  const lines = [
    `Sums of the rows of ${name}: ${list(value.map(rowSum))}`,
    `Largest of each row of ${name}: ${list(value.map((row) => Math.max(...row)))}`,
  ];
  return [shape, ...lines.flatMap((line) => wrap(line, style.width, '  ').split('\n'))];
}

const isRows = (value: Value): value is Matrix => Array.isArray(value) && Array.isArray(value[0]);

const rowSum = (row: readonly number[]) => row.reduce((sum, entry) => sum + entry, 0);

const areProbabilities = (rows: Matrix) =>
  rows.every((row) => row.length > 1 && row.every((entry) => entry >= 0) && Math.abs(rowSum(row) - 1) < 1e-9);
