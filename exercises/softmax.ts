import type { Matrix } from '../reference/matrix';

/**
 * Softmax of each row: turns a sample's scores into probabilities.
 *
 *     softmax(z)[j] = exp(z[j]) / (exp(z[0]) + exp(z[1]) + ...)
 *
 * What you promise:
 * - the result has the shape of `Z`; every entry lies in [0, 1] and every row sums to 1;
 * - each row is one sample and is worked out on its own;
 * - scores as large as 1000 or as low as -1000 work too (`Math.exp(1000)` is Infinity: what could
 *   you subtract from a whole row without changing its softmax?);
 * - `Z` itself is not changed.
 *
 * @example
 *     softmax([[0, 0], [0, Math.log(3)]])   // [[0.5, 0.5], [0.25, 0.75]]
 *
 * @param Z scores, shape (n, classes): a row per sample
 * @returns A, the probabilities, shape (n, classes)
 */
export function softmax(Z: Matrix): Matrix {
  throw new Error('TODO: write softmax');
}
