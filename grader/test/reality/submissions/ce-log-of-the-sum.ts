import type { Matrix } from '../reference/matrix';
export function crossEntropy(A: Matrix, y: Matrix): number {
  let p = 0;
  A.forEach((row, i) => row.forEach((a, j) => (p += a * y[i][j])));
  return -Math.log(p + 1e-15);
}
