import type { Example, Json } from '../../grading/report';
import { formatNumber, formatPair } from '../../text/formatNumber';
import { formatFor, type IsWrong, isMatrix, type MatrixStyle, matrixLines, type Rows } from './matrix';
import { valueLines } from './valueLines';

/** A failing case: its inputs, and what was expected beside what came, with the wrong entries marked. */

type Paint = (text: string) => string;

const DECIMALS = 4;
/** More are shown where those do not tell right from wrong. */
const MAX_DECIMALS = 10;

interface Labelled {
  readonly label: string;
  lines(width: number): readonly string[];
}

/** An example whatever its case, such as a counterexample. */
export type Shown = Omit<Example, 'case'>;

/** One part of an answer beside what was expected. */
export interface Part {
  /** Empty for the answer as a whole. */
  readonly name: string;
  readonly expected: Json;
  readonly got: Json;
  /** Where it is wrong; null when the report does not say. */
  readonly wrong: readonly (readonly number[])[] | null;
}

/**
 * Lines of `example`, each at most `width` characters.
 *
 * @param paint emphasis for wrong entries, besides their asterisk
 * @param parts those of the answer that are shown
 * @param decimals of the entries of matrices; more where it takes more to tell right from wrong
 */
export function exampleLines(
  example: Shown,
  width: number,
  paint: Paint,
  parts = partsToShow(example),
  decimals = DECIMALS,
): string[] {
  const blocks: Labelled[] = Object.entries(example.inputs).map(([name, value]) => ({
    label: name,
    lines: (room) => valueLines(value, room, decimals),
  }));
  for (const part of parts) blocks.push(...partBlocks(part, paint, decimals));
  const column = Math.max(...blocks.map(({ label }) => label.length)) + 2;
  const lines = blocks.flatMap(({ label, lines: make }) =>
    make(width - column).map((line, i) => (i === 0 ? label : '').padEnd(column) + line),
  );
  return parts.some(hasMarks) ? [...lines, `${paint('*')} differs from what was expected`] : lines;
}

/** The parts of an answer that are wrong; all of them when none is, as then the mistake lies elsewhere. */
export function partsToShow(example: Shown): readonly Part[] {
  const parts = partsOf(example);
  const wrong = parts.filter((part) => !isRight(part));
  return wrong.length === 0 ? parts : wrong;
}

/** All parts of an answer. */
export function partsOf({ returns, expected, got, wrong = {} }: Shown): readonly Part[] {
  if (typeof returns === 'string') {
    if (!isRecord(expected) || !isRecord(got)) return [{ name: '', expected, got, wrong: wrong[returns] ?? null }];
    return Object.keys(expected).map((key) => {
      const name = `${returns}.${key}`;
      return { name, expected: expected[key], got: got[key] ?? null, wrong: wrong[name] ?? null };
    });
  }
  // An answer in the wrong number of parts is shown as it came.
  if (!Array.isArray(expected) || !Array.isArray(got) || got.length !== returns.length)
    return [{ name: '', expected, got, wrong: null }];
  return returns.map((name, i) => ({ name, expected: expected[i], got: got[i], wrong: wrong[name] ?? null }));
}

/** Whether `value` holds parts by name; a matrix that is given by its shape alone does not. */
function isRecord(value: Json): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('shape' in value);
}

function isRight({ wrong }: Part): boolean {
  return wrong?.length === 0;
}

/** Whether entries of a part are marked: those of a matrix are. */
function hasMarks({ got, wrong }: Part): boolean {
  return wrong !== null && wrong.length > 0 && isMatrix(got);
}

function partBlocks(part: Part, paint: Paint, decimals: number): Labelled[] {
  const { name, expected, got } = part;
  const label = (word: string) => (name === '' ? word : `${word} ${name}`);
  const block = (word: string, value: Json) => ({
    label: label(word),
    lines: (room: number) => valueLines(value, room, decimals),
  });
  if (isRight(part)) return [block('got', got)];
  if (isMatrix(expected) && isMatrix(got)) {
    const [wantedLines, gotLines] = matrixPair(expected, got, part, paint, decimals);
    return [
      { label: label('expected'), lines: wantedLines },
      { label: label('got'), lines: gotLines },
    ];
  }
  if (typeof expected === 'number' && typeof got === 'number') {
    const [gotText, wantedText] =
      got === expected ? [formatNumber(got), formatNumber(expected)] : formatPair(got, expected);
    return [
      { label: label('expected'), lines: () => [wantedText] },
      { label: label('got'), lines: () => [gotText] },
    ];
  }
  return got === null ? [block('expected', expected)] : [block('expected', expected), block('got', got)];
}

type Lines = (width: number) => readonly string[];

/** Two matrices one below the other. */
function matrixPair(
  expected: Rows,
  got: Rows,
  part: Part,
  paint: Paint,
  decimals: number,
): readonly [expected: Lines, got: Lines] {
  const lines =
    (rows: Rows, format: MatrixStyle['format'], isWrong: IsWrong | null): Lines =>
    (width) =>
      matrixLines(rows, { width, format, isWrong, paint });
  if (!hasMarks(part))
    return [lines(expected, formatFor([expected], decimals), null), lines(got, formatFor([got], decimals), null)];
  const positions = new Set(part.wrong?.map(String));
  const isWrong: IsWrong = (i, j) => positions.has(String([i, j]));
  const format = formatThatTells(expected, got, isWrong, decimals);
  // Both matrices leave room for the mark: their columns stand below each other.
  return [lines(expected, format, () => false), lines(got, format, isWrong)];
}

/** The format of fewest decimals in which every wrong entry looks different from what was expected. */
function formatThatTells(expected: Rows, got: Rows, isWrong: IsWrong, least: number) {
  for (let decimals = least; ; decimals += 2) {
    const format = formatFor([expected, got], decimals);
    const told = got.every((row, i) =>
      row.every((entry, j) => !isWrong(i, j) || format(entry) !== format(expected[i][j])),
    );
    if (told || decimals >= MAX_DECIMALS) return format;
  }
}
