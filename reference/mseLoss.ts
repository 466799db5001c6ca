import type { Matrix } from './matrix';

/**
 * Mean squared error, `(1/n) sum_i (yPred_i - y_i)^2`.
 *
 * @param yPred (n, 1), predictions
 * @param y (n, 1), targets
 * @returns the mean loss
 */
export function mseLoss(yPred: Matrix, y: Matrix): number {
  let total = 0;
  for (let i = 0; i < y.length; i++) total += (yPred[i][0] - y[i][0]) ** 2;
  return total / y.length;
}
