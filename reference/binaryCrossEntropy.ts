import type { Matrix } from './matrix';

/** Keeps both logarithms finite when a probability is exactly zero or one; the blog's value. */
const EPSILON = 1e-15;

/**
 * Binary cross-entropy, averaged over samples:
 * `-(1/n) sum_i y_i log(A_i + 1e-15) + (1 - y_i) log(1 - A_i + 1e-15)`.
 *
 * @param A (n, 1), predicted probabilities of label 1
 * @param y (n, 1), labels 0 or 1
 * @returns the mean loss in nats
 */
export function binaryCrossEntropy(A: Matrix, y: Matrix): number {
  let total = 0;
  for (let i = 0; i < A.length; i++) {
    const [a] = A[i];
    const [label] = y[i];
    total -= label * Math.log(a + EPSILON) + (1 - label) * Math.log(1 - a + EPSILON);
  }
  return total / A.length;
}
