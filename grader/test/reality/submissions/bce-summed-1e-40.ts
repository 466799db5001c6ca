import type { Matrix } from '../reference/matrix';
export function binaryCrossEntropy(y_hat: Matrix, y: Matrix): number {
  let s = 0;
  y.forEach((row, i) =>
    row.forEach((t, j) => (s += t * Math.log(y_hat[i][j] + 1e-40) + (1 - t) * Math.log(1 - y_hat[i][j] + 1e-40))),
  );
  return -s;
}
