import type { Matrix } from '../reference/matrix';
export function mseLoss(yPred: Matrix, y: Matrix): number {
  let sum = 0;
  for (let i = 0; i < y.length; i++) {
    sum += Math.pow(yPred[i][0] - y[i][0]);
  }
  return sum / y.length;
}
