import type { Matrix } from '../reference/matrix';

/**
 * Sigmoid (logistic function), entry by entry: squeezes any number into [0, 1].
 *
 *     sigmoid(z) = 1 / (1 + exp(-z))
 *
 * What you promise:
 * - the result has the shape of `Z`, and every entry lies in [0, 1];
 * - numbers as large as 1000 or as low as -1000 work too: they give 1 and 0, never NaN;
 * - `Z` itself is not changed: return a new matrix.
 *
 * @example
 *     sigmoid([[0, Math.log(3), -Math.log(3)]])   // [[0.5, 0.75, 0.25]]
 *
 * @param Z a matrix (an array of rows) of any shape
 * @returns A, a new matrix of the same shape
 */
export function sigmoid(Z: Matrix): Matrix {
  throw new Error('TODO: write sigmoid');
}
