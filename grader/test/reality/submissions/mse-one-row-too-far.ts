import type { Matrix } from '../reference/matrix';
export function mseLoss(yPred: Matrix, y: Matrix): number {
  let sum = 0;
  for (let i = 0; i <= y.length; i++) {
    const d = yPred[i][0] - y[i][0];
    sum += d * d;
  }
  return sum / y.length;
}
