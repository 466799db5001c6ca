import type { Matrix } from '../reference/matrix';

/**
 * Trains one layer by gradient descent on mini-batches. In every epoch the samples are shuffled and cut into batches
 * of `batchSize` (the last one may be smaller); each batch moves the parameters once:
 *
 *     yPred = activationFn(Xb W + b)     error = yPred - yb
 *     W = W - lr * Xb^T error / (samples in this batch)     b = b - lr * mean(error)
 *
 * After each epoch the loss on all samples, `lossFn(yPred, y)`, is appended to the history.
 *
 * What you promise:
 * - every epoch uses every sample once, with its own label, in an order drawn anew with `random`; how you shuffle is
 *   your choice;
 * - the history has one entry for each epoch;
 * - none of the arguments is changed: `W` and `b` come back as new matrices, and `X` and `y` keep their order.
 *
 * @example
 *     // both errors are -1, so W grows by 0.1 * (1 + 3) / 2 and b by 0.1; then the errors are -0.7 and -0.3
 *     gradientDescent([[1], [3]], [[2], [4]], [[1]], [[0]], 0.1, 1, 2, mseLoss)   // [[[1.2]], [[0.1]], [0.29]]
 *
 * @param X samples, shape (n, features)
 * @param y targets or labels, shape (n, 1)
 * @param W weights to begin with, shape (features, 1)
 * @param b bias to begin with, shape (1, 1)
 * @param lr learning rate: how far each step goes
 * @param numEpochs how often to go through all the samples
 * @param batchSize samples in a batch; it may be larger than n
 * @param lossFn the loss to keep in the history
 * @param activationFn what becomes of the scores; when it is left out, they stay as they are
 * @param random a source of numbers in [0, 1), to shuffle with
 * @returns the trained W and b, and the loss after each epoch
 */
export function gradientDescent(
  X: Matrix,
  y: Matrix,
  W: Matrix,
  b: Matrix,
  lr: number,
  numEpochs: number,
  batchSize: number,
  lossFn: (yPred: Matrix, y: Matrix) => number,
  activationFn: (Z: Matrix) => Matrix = (Z) => Z,
  random: () => number = Math.random,
): [W: Matrix, b: Matrix, lossHistory: number[]] {
  throw new Error('TODO: write gradientDescent');
}
