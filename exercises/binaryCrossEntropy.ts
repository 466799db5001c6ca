import type { Matrix } from '../reference/matrix';

/**
 * Binary cross-entropy: how surprised a yes-or-no classifier is by the right answers, averaged over the batch.
 *
 *     loss = -(1/n) * sum over samples of  y * log(A + 1e-15) + (1 - y) * log(1 - A + 1e-15)
 *
 * What you promise:
 * - one number: the mean over the n samples (natural logarithm);
 * - it stays finite when a probability is exactly 0 or exactly 1: that is what the two 1e-15 are for;
 * - `A` and `y` are not changed.
 *
 * @example
 *     binaryCrossEntropy([[0.5], [0.25]], [[1], [0]])   // 0.4904, the mean of 0.6931 and 0.2877
 *
 * @param A predicted probabilities that the answer is yes, shape (n, 1)
 * @param y labels, shape (n, 1): 1 for yes, 0 for no
 * @returns the mean loss
 */
export function binaryCrossEntropy(A: Matrix, y: Matrix): number {
  throw new Error('TODO: write binaryCrossEntropy');
}
