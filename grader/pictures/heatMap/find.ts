import type { Matrix } from '../../../reference/matrix';
import { agrees, type Tolerance } from '../../authoring/compare';
import type { HeatMap } from '../../authoring/pictures';
import type { Value } from '../../authoring/values';
import type { Observed } from '../../grading/gradeSubmission';
import { formatList } from '../../text/lists';
import { short } from '../shortNumbers';
import type { Captioned } from '../sketch';
import { caseWords, subjectsOf } from '../subject';

export interface HeatMapSketch extends Captioned {
  readonly kind: 'heat-map';
  readonly maps: readonly DifferenceMap[];
}

/** |got - expected|, entry by entry; 0 where the tolerance is kept. */
export interface DifferenceMap {
  readonly name: string;
  readonly rows: readonly (readonly number[])[];
  /** Rows and columns of the matrix that one cell stands for: more than 1 in a large matrix. */
  readonly cell: readonly [rows: number, columns: number];
}

/** Cells of a map; a larger matrix is drawn in blocks, each as wrong as its worst entry. */
const MAX_ROWS = 24;
const MAX_COLUMNS = 48;

/**
 * Where the answer's matrices differ from the reference's, on the largest case whose entries can all be seen: a
 * pattern needs room to show. Null when a shape differs, as then nothing can be compared.
 */
export function heatMapSketch(picture: HeatMap<Value>, observed: Observed, index: number): HeatMapSketch | null {
  const { returns } = observed.plan.exercise;
  const names = typeof returns === 'string' ? [returns] : returns;
  const comparable = subjectsOf(observed, index)
    .map(({ call, got, want, tolerance }) => ({
      caseName: call.caseName,
      gotten: picture.matrices(got),
      wanted: picture.matrices(want),
      tolerance,
    }))
    .filter(({ gotten, wanted }) => wanted.every((matrix, m) => sameShape(matrix, gotten[m])));
  const visible = comparable.filter(({ wanted }) => wanted.every(fits));
  const area = ({ wanted }: { wanted: readonly Matrix[] }) =>
    wanted.reduce((sum, matrix) => sum + matrix.length * matrix[0].length, 0);
  const chosen = [...visible].sort((a, b) => area(b) - area(a))[0] ?? comparable[0];
  if (chosen === undefined) return null;
  const { caseName, gotten, wanted, tolerance } = chosen;
  const off = wanted.map((matrix, m) => differences(gotten[m], matrix, tolerance));
  const place = caseWords(observed, index, caseName);
  return {
    kind: 'heat-map',
    maps: off.map((matrix, m) => inBlocks(matrix, names[m])),
    title: `|got - expected| on ${place}: ${summary(off)}`,
    words: `Map of |got - expected| on ${place}: ${off.map((matrix, m) => where(matrix, names[m])).join('; ')}.`,
  };
}

function sameShape(one: Matrix, other: Matrix): boolean {
  return one.length === other.length && one.every((row, i) => row.length === other[i].length);
}

function fits(matrix: Matrix): boolean {
  return matrix.length <= MAX_ROWS && matrix[0].length <= MAX_COLUMNS;
}

/** |got - expected|, with 0 where the tolerance is kept: rounding is not a pattern. */
function differences(got: Matrix, want: Matrix, tolerance: Tolerance): Matrix {
  return want.map((row, i) =>
    row.map((entry, j) => (agrees(got[i][j], entry, tolerance) ? 0 : Math.abs(got[i][j] - entry))),
  );
}

function summary(matrices: readonly Matrix[]): string {
  const entries = matrices.flat(2);
  const wrong = entries.filter((entry) => entry !== 0).length;
  return wrong === 0 ? 'nothing differs' : `${wrong} of ${entries.length} entries differ`;
}

function inBlocks(matrix: Matrix, name: string): DifferenceMap {
  const cell = [Math.ceil(matrix.length / MAX_ROWS), Math.ceil(matrix[0].length / MAX_COLUMNS)] as const;
  const blocks = (length: number, size: number) => Array.from({ length: Math.ceil(length / size) }, (_, i) => i * size);
  const rows = blocks(matrix.length, cell[0]).map((i) =>
    blocks(matrix[0].length, cell[1]).map((j) =>
      Math.max(...matrix.slice(i, i + cell[0]).flatMap((row) => row.slice(j, j + cell[1]))),
    ),
  );
  return { name, rows, cell };
}

/** Where a matrix is wrong, in a sentence: one row, one column, or everything? */
function where(matrix: Matrix, name: string): string {
  const wrong = matrix.flatMap((row, i) => row.flatMap((entry, j) => (entry === 0 ? [] : [{ i, j, entry }])));
  const total = matrix.length * matrix[0].length;
  if (wrong.length === 0) return `no entry of ${name} differs`;
  const worst = wrong.reduce((most, next) => (next.entry > most.entry || Number.isNaN(next.entry) ? next : most));
  const largest = Number.isNaN(worst.entry) ? 'NaN is' : `the largest difference, ${short(worst.entry)}, is`;
  return `${wrong.length} of ${total} entries of ${name} differ${pattern(matrix, wrong, name)} (${largest} at ${name}[${worst.i}][${worst.j}])`;
}

function pattern(matrix: Matrix, wrong: readonly { readonly i: number; readonly j: number }[], name: string): string {
  const rows = [...new Set(wrong.map(({ i }) => i))];
  const columns = [...new Set(wrong.map(({ j }) => j))];
  const [height, width] = [matrix.length, matrix[0].length];
  if (wrong.length === height * width) return ', which is all of them';
  if (rows.length === 1) return `, all in row ${name}[${rows[0]}]`;
  if (columns.length === 1) return `, all in column ${columns[0]}`;
  if (wrong.length === rows.length * width) return `: rows ${formatList(rows)}, entirely`;
  if (wrong.length === columns.length * height) return `: columns ${formatList(columns)}, entirely`;
  return `, in ${rows.length} of ${height} rows and ${columns.length} of ${width} columns`;
}
