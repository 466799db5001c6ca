import type { Matrix } from '../reference/matrix';
export function mseLoss(yPred: Matrix, y: Matrix): number {
  let mean = 0;
  let n = 0;
  yPred.forEach((row, i) => row.forEach((p, j) => {
    n++;
    mean += ((p - y[i][j]) ** 2 - mean) / n;
  }));
  return mean;
}
