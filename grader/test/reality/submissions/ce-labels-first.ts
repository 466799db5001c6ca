import type { Matrix } from '../reference/matrix';
export function crossEntropy(y: Matrix, y_hat: Matrix): number {
  let s = 0;
  for (let i = 0; i < y.length; i++) {
    for (let j = 0; j < y[i].length; j++) s += y[i][j] * Math.log(y_hat[i][j] + 1e-8);
  }
  return -s;
}
