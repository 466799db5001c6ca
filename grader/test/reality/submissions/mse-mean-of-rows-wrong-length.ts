import type { Matrix } from '../reference/matrix';
export function mseLoss(yPred: Matrix, y: Matrix): number {
  const sum = yPred.reduce((acc, r, i) => acc + (r[0] - y[i][0]) ** 2, 0);
  return sum / y[0].length;
}
