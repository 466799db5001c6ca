import type { Matrix } from '../reference/matrix';

/**
 * Matrix product: every row of `X` with every column of `W`.
 *
 *     Z[i][j] = X[i][0] * W[0][j] + X[i][1] * W[1][j] + ...
 *
 * What you promise:
 * - the result has as many rows as `X` and as many columns as `W`;
 * - any sizes work, as long as `X` has as many columns as `W` has rows;
 * - `X` and `W` are not changed.
 *
 * @example
 *     matrixMultiply([[1, 2], [3, 4]], [[5, 6], [7, 8]])   // [[19, 22], [43, 50]], for 19 = 1 * 5 + 2 * 7
 *
 * @param X shape (m, n)
 * @param W shape (n, p)
 * @returns `X W`, shape (m, p)
 */
export function matrixMultiply(X: Matrix, W: Matrix): Matrix {
  throw new Error('TODO: write matrixMultiply');
}
