import type { Json } from '../../grading/report';
import { type ArrayFormat, arrayFormat } from '../../text/arrayFormat';
import { formatShape } from '../../text/formatNumber';

/** Matrices in rows, with NumPy's brackets and its ellipses for what does not fit. */

export type Rows = readonly (readonly Json[])[];

/** Whether an entry is wrong. */
export type IsWrong = (row: number, column: number) => boolean;

export interface MatrixStyle {
  /** Columns of the terminal that a line may take. */
  readonly width: number;
  readonly format: ArrayFormat;
  /** Entries to mark with an asterisk; null where none is to be marked. */
  readonly isWrong: IsWrong | null;
  /** Emphasis for wrong entries, besides the asterisk. */
  readonly paint: (text: string) => string;
}

/** Up to this many rows are shown in full. */
const MAX_ROWS = 8;
/** Rows shown at the top and at the bottom of a longer matrix, as in NumPy. */
const EDGE_ROWS = 3;
const MAX_EDGE_COLUMNS = 3;

/** Whether `value` is a list of flat rows. */
export function isMatrix(value: Json): value is Rows {
  return (
    Array.isArray(value) && value.length > 0 && value.every((row) => Array.isArray(row) && !row.some(Array.isArray))
  );
}

function shapeOf(rows: Rows): string {
  return formatShape([rows.length, rows[0].length]);
}

/** A matrix in words, where there is no room for its numbers. */
export function matrixSummary(rows: Rows): string {
  return `matrix of shape ${shapeOf(rows)}`;
}

/** The format for all entries of some matrices, so that the same number looks the same in each. */
export function formatFor(matrices: readonly Rows[], decimals = 4): ArrayFormat {
  return arrayFormat(matrices.flat(2), decimals);
}

/** The lines of a matrix, or the words of `matrixSummary` when not even its edges fit. */
export function matrixLines(rows: Rows, style: MatrixStyle): string[] {
  const columns = Math.max(...rows.map((row) => row.length));
  const shownColumns = columnsThatFit(rows, columns, style);
  if (shownColumns === null) return [matrixSummary(rows)];
  const shownRows = edges(rows.length, rows.length <= MAX_ROWS ? rows.length : EDGE_ROWS);
  const lines = shownRows.map((row, position) => {
    const open = position === 0 ? '[[' : ' [';
    const close = position === shownRows.length - 1 ? ']]' : ']';
    if (row === 'gap') return ` ...${gapIsWrong(rows, shownRows, style) ? style.paint('*') : ''}`;
    return open + rowText(rows[row], row, shownColumns, style) + close;
  });
  const complete = !shownRows.includes('gap') && !shownColumns.includes('gap');
  return complete ? lines : [...lines, `shape ${shapeOf(rows)}`];
}

/** Indices to show, with a gap in the middle when those are not all. */
type Shown = readonly (number | 'gap')[];

function edges(count: number, edge: number): Shown {
  const all = Array.from({ length: count }, (_, index) => index);
  return count <= 2 * edge ? all : [...all.slice(0, edge), 'gap', ...all.slice(count - edge)];
}

function columnsThatFit(rows: Rows, columns: number, { width, format, isWrong }: MatrixStyle): Shown | null {
  const cell = Math.max(0, ...rows.flat().map((entry) => format(entry).length)) + (isWrong === null ? 0 : 1);
  const fits = (shown: Shown) =>
    shown.reduce((sum: number, column) => sum + 1 + (column === 'gap' ? 4 : cell), 3) <= width;
  const all = edges(columns, columns);
  if (fits(all)) return all;
  for (let edge = MAX_EDGE_COLUMNS; edge > 0; edge--) {
    const shown = edges(columns, edge);
    if (shown.includes('gap') && fits(shown)) return shown;
  }
  return null;
}

function rowText(row: readonly Json[], index: number, shown: Shown, { format, isWrong, paint }: MatrixStyle): string {
  const cells = shown.map((column) => {
    if (column === 'gap') {
      const hidden = row.some((_, j) => !shown.includes(j) && isWrong?.(index, j));
      return hidden ? paint('...*') : isWrong === null ? '...' : '... ';
    }
    const text = column < row.length ? format(row[column]) : '';
    if (isWrong === null) return text;
    return isWrong(index, column) ? paint(`${text}*`) : `${text} `;
  });
  return cells.join(' ').replace(/ +$/, isWrong === null ? '$&' : '');
}

function gapIsWrong(rows: Rows, shown: Shown, { isWrong }: MatrixStyle): boolean {
  return rows.some((row, i) => !shown.includes(i) && row.some((_, j) => isWrong?.(i, j)));
}
