import type { Matrix } from '../reference/matrix';
export function crossEntropy(y_hat: Matrix, y: Matrix): number {
  const perSample = y_hat.map((row, i) => {
    let s = 0;
    row.forEach((p, j) => { s += p > 0 ? -y[i][j] * p * Math.log(p) : 0; });
    return s;
  });
  return perSample.reduce((a, b) => a + b, 0) / perSample.length;
}
