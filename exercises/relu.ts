import type { Matrix } from '../reference/matrix';

/**
 * Rectified linear unit, entry by entry: a positive number passes through, anything below zero becomes 0.
 *
 *     relu(z) = max(0, z)
 *
 * What you promise:
 * - the result has the shape of `Z`;
 * - `Z` itself is not changed: return a new matrix.
 *
 * @example
 *     relu([[-2, 0, 3], [0.5, -0.1, 7]])   // [[0, 0, 3], [0.5, 0, 7]]
 *
 * @param Z a matrix (an array of rows) of any shape
 * @returns A, a new matrix of the same shape
 */
export function relu(Z: Matrix): Matrix {
  throw new Error('TODO: write relu');
}
