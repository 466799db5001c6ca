import type { Matrix } from '../reference/matrix';

/**
 * Categorical cross-entropy: how surprised the network is by the right answers, averaged over the batch.
 *
 *     loss = -(1/n) * sum over samples and classes of  y * log(A + 1e-15)
 *
 * What you promise:
 * - one number: the mean over the n samples (natural logarithm);
 * - it stays finite when a probability is exactly 0: that is what the 1e-15 is for;
 * - `A` and `y` are not changed.
 *
 * @example
 *     crossEntropy([[0.5, 0.5], [0.25, 0.75]], [[1, 0], [0, 1]])   // 0.4904, the mean of 0.6931 and 0.2877
 *
 * @param A predicted probabilities, shape (n, classes): each row sums to 1
 * @param y one-hot labels, shape (n, classes): a single 1 per row marks the true class
 * @returns the mean loss
 */
export function crossEntropy(A: Matrix, y: Matrix): number {
  throw new Error('TODO: write crossEntropy');
}
