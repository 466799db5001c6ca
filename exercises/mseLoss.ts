import type { Matrix } from '../reference/matrix';

/**
 * Mean squared error: how far the predictions are from the targets.
 *
 *     loss = (1/n) * sum over samples of  (yPred - y)^2
 *
 * What you promise:
 * - one number: the mean over the n samples;
 * - `yPred` and `y` are not changed.
 *
 * @example
 *     mseLoss([[1], [2], [5]], [[1], [4], [4]])   // 1.6667, the mean of 0, 4 and 1
 *
 * @param yPred predictions, shape (n, 1): one per sample
 * @param y targets, shape (n, 1)
 * @returns the mean loss
 */
export function mseLoss(yPred: Matrix, y: Matrix): number {
  throw new Error('TODO: write mseLoss');
}
