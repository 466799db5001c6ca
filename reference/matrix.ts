/**
 * A matrix as plain rows of equal length: `Z[i][j]` is row `i`, column `j`.
 * Its shape is written `(rows, columns)`, as in NumPy; a row is one sample.
 */
export type Matrix = number[][];

/** `(rows, columns)` of `matrix`. A matrix without rows has no columns. */
export function shapeOf(matrix: Matrix): [rows: number, columns: number] {
  return [matrix.length, matrix.length === 0 ? 0 : matrix[0].length];
}
