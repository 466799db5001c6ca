import type { Matrix } from './matrix';

/** Keeps `log` finite when a probability is exactly zero; the blog's value. */
const EPSILON = 1e-15;

/**
 * Categorical cross-entropy, averaged over samples: `-(1/n) sum_i sum_j y_ij log(A_ij + 1e-15)`.
 *
 * @param A (n, classes), predicted probabilities
 * @param y (n, classes), one-hot labels
 * @returns the mean loss in nats
 */
export function crossEntropy(A: Matrix, y: Matrix): number {
  let total = 0;
  for (let i = 0; i < A.length; i++) {
    for (let j = 0; j < A[i].length; j++) total -= y[i][j] * Math.log(A[i][j] + EPSILON);
  }
  return total / A.length;
}
