import type { Example, Json } from '../../grading/report';
import { formatPair } from '../../grading/sentences';
import { formatFor, isMatrix, matrixLines, type Rows } from './matrix';
import { numberText, valueLines } from './values';

/** A failing case: its inputs, and what was expected beside what came, with the wrong entries marked. */

type Paint = (text: string) => string;

/** More decimals than the usual four are shown where four do not tell right from wrong. */
const MAX_DECIMALS = 10;

interface Labelled {
  readonly label: string;
  lines(width: number): readonly string[];
}

/** One part of an answer beside what was expected. */
interface Part {
  readonly name: string;
  readonly expected: Json;
  readonly got: Json;
}

/**
 * Lines of `example`, each at most `width` characters.
 *
 * @param paint emphasis for wrong entries, besides their asterisk
 */
export function exampleLines(example: Example, width: number, paint: Paint): string[] {
  const parts = partsOf(example);
  const blocks: Labelled[] = Object.entries(example.inputs).map(([name, value]) => ({
    label: name,
    lines: (room) => valueLines(value, room),
  }));
  for (const part of parts) blocks.push(...partBlocks(part, example, paint));
  const column = Math.max(...blocks.map(({ label }) => label.length)) + 2;
  const lines = blocks.flatMap(({ label, lines: make }) =>
    make(width - column).map((line, i) => (i === 0 ? label : '').padEnd(column) + line),
  );
  const marked = parts.some(({ expected, got }) => sameShape(expected, got) && differs(example, expected, got));
  return marked ? [...lines, `${paint('*')} differs from what was expected`] : lines;
}

/** The parts of an answer that are wrong; all of them when none is, as then the mistake lies elsewhere. */
function partsOf(example: Example): readonly Part[] {
  const { returns, expected, got } = example;
  // An answer in the wrong number of parts is shown as it came.
  if (typeof returns === 'string' || !Array.isArray(expected) || !Array.isArray(got) || got.length !== returns.length)
    return [{ name: '', expected, got }];
  const parts = returns.map((name, i) => ({ name: ` ${name}`, expected: expected[i], got: got[i] }));
  const wrong = parts.filter(
    (part) => !sameShape(part.expected, part.got) || differs(example, part.expected, part.got),
  );
  return wrong.length === 0 ? parts : wrong;
}

function partBlocks({ name, expected, got }: Part, example: Example, paint: Paint): Labelled[] {
  const [wantedLabel, gotLabel] = [`expected${name}`, `got${name}`];
  if (sameShape(expected, got) && !differs(example, expected, got))
    return [{ label: gotLabel, lines: (room) => valueLines(got, room) }];
  if (isMatrix(expected) && isMatrix(got)) return matrixBlocks(wantedLabel, expected, gotLabel, got, example, paint);
  if (typeof expected === 'number' && typeof got === 'number') {
    const [gotText, wantedText] =
      got === expected ? [numberText(got), numberText(expected)] : formatPair(got, expected);
    return [
      { label: wantedLabel, lines: () => [wantedText] },
      { label: gotLabel, lines: () => [gotText] },
    ];
  }
  const wanted = { label: wantedLabel, lines: (room: number) => valueLines(expected, room) };
  return got === null ? [wanted] : [wanted, { label: gotLabel, lines: (room) => valueLines(got, room) }];
}

function matrixBlocks(
  wantedLabel: string,
  expected: Rows,
  gotLabel: string,
  got: Rows,
  example: Example,
  paint: Paint,
): Labelled[] {
  const comparable = sameShape(expected, got);
  const isWrong = (i: number, j: number) => comparable && entryDiffers(example, expected[i][j], got[i][j]);
  const someWrong = got.some((row, i) => row.some((_, j) => isWrong(i, j)));
  const format = comparable ? formatThatTells(expected, got, isWrong) : null;
  // Where entries are marked, both matrices leave room for the mark: their columns stand below each other.
  const block = (label: string, rows: Rows, marks: typeof isWrong): Labelled => ({
    label,
    lines: (width) =>
      matrixLines(rows, { width, format: format ?? formatFor([rows]), isWrong: someWrong ? marks : null, paint }),
  });
  return [block(wantedLabel, expected, () => false), block(gotLabel, got, isWrong)];
}

/** The format of fewest decimals in which every wrong entry looks different from what was expected. */
function formatThatTells(expected: Rows, got: Rows, isWrong: (i: number, j: number) => boolean) {
  for (let decimals = 4; ; decimals += 2) {
    const format = formatFor([expected, got], decimals);
    const told = got.every((row, i) =>
      row.every((entry, j) => !isWrong(i, j) || format(entry) !== format(expected[i][j])),
    );
    if (told || decimals >= MAX_DECIMALS) return format;
  }
}

function sameShape(expected: Json, got: Json): boolean {
  return (
    isMatrix(expected) &&
    isMatrix(got) &&
    expected.length === got.length &&
    expected.every((row, i) => row.length === got[i].length)
  );
}

function differs(example: Example, expected: Json, got: Json): boolean {
  if (Array.isArray(expected) && Array.isArray(got))
    return expected.some((item: Json, i: number) => differs(example, item, got[i]));
  return entryDiffers(example, expected, got);
}

/** Whether two entries are farther apart than the check allows; "NaN" and other words always are. */
function entryDiffers({ tolerance: { rtol, atol } }: Example, expected: Json, got: Json): boolean {
  if (typeof expected !== 'number' || typeof got !== 'number') return got === 'NaN' || expected !== got;
  return Math.abs(got - expected) > atol + rtol * Math.abs(expected);
}
