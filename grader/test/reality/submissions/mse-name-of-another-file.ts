import type { Matrix } from '../reference/matrix';
// y_hat is the predicted y value, y is the actual value
export function mseLoss(y_hat: Matrix, y: Matrix): number {
  let error = 0;
  for (let i = 0; i < y.length; i++) {
    error += Math.pow(y_hat[i][0] - y[i][0], 2);
  }
  return error / a.length;
}
