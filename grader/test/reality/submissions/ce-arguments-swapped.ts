import type { Matrix } from '../reference/matrix';
export function crossEntropy(A: Matrix, y: Matrix): number {
  let loss = 0;
  A.forEach((row, i) => row.forEach((a, j) => { loss += a * Math.log(y[i][j] + 1e-15); }));
  return -loss / A.length;
}
