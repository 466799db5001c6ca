import type { Matrix } from '../../reference/matrix';
import { matrix } from './inputs';

/** What misconceptions and variants are written with. None of these changes its argument. */

/** The sum of `values`, added up from the first to the last. */
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The mean of `values`; NaN when there are none. */
export const mean = (values: readonly number[]): number => sum(values) / values.length;

/** Each of `values` divided by their sum. */
export function normalised(values: readonly number[]): number[] {
  const total = sum(values);
  return values.map((value) => value / total);
}

/** `value` as a learner prints it, to four decimals. */
export const toFourDecimals = (value: number): number => Number(value.toFixed(4));

/** The function of a matrix that applies `f` to every entry; the shape stays. */
export const entrywise =
  (f: (entry: number) => number) =>
  (Z: Matrix): Matrix =>
    Z.map((row) => row.map((entry) => f(entry)));

/** The function of a matrix that makes of each column, on its own, another of the same length; the shape stays. */
export const columnwise =
  (f: (column: number[]) => number[]) =>
  (Z: Matrix): Matrix =>
    transposed(transposed(Z).map((column) => f(column)));

/** `Z` with rows and columns swapped: (rows, columns) becomes (columns, rows). */
export const transposed = (Z: Matrix): Matrix => matrix(Z[0].length, Z.length, (i, j) => Z[j][i]);

/** `Z` with its columns in reverse order. */
export const reversedColumns = (Z: Matrix): Matrix => Z.map((row) => [...row].reverse());

/** The row `b`, shape (1, columns), added to every row of `Z`. */
export const addRow = (Z: Matrix, b: Matrix): Matrix => Z.map((row) => row.map((z, j) => z + b[0][j]));

/**
 * `Z` as it comes out when all its rows are one and the same array, as with `new Array(rows).fill([])`: every row ends
 * up as the last one.
 */
export function oneRowShared(Z: Matrix): Matrix {
  const shared: number[] = [];
  return Z.map((row) => {
    for (const [j, z] of row.entries()) shared[j] = z;
    return shared;
  });
}
