import type { Matrix } from '../reference/matrix';

/**
 * Normalizes each column: every feature gets mean 0 and standard deviation 1.
 *
 *     normalized[i][j] = (X[i][j] - mean of column j) / standard deviation of column j
 *
 * The standard deviation is the population's: the root of the mean of (x - mean)^2 over the n samples.
 *
 * What you promise:
 * - the result has the shape of `X`, and each column is worked out on its own;
 * - a column without spread (the same number in every sample) is only centred, so it becomes 0 and
 *   never NaN; a single sample has no spread at all;
 * - a column of small numbers, such as 0.02 and 0.05, comes out like one of large numbers;
 * - `X` itself is not changed.
 *
 * @example
 *     normalize([[1, 7], [3, 7]])   // [[-1, 0], [1, 0]]: mean 2 and deviation 1; mean 7 and no spread
 *
 * @param X samples, shape (n, features): a row per sample
 * @returns the normalized samples, shape (n, features)
 */
export function normalize(X: Matrix): Matrix {
  throw new Error('TODO: write normalize');
}
