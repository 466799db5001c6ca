import type { Matrix } from '../reference/matrix';
export function binaryCrossEntropy(A: Matrix, y: Matrix): any {
  return A.map((row, i) => row.map((p, j) => -(y[i][j] * Math.log(p + 1e-15) + (1 - y[i][j]) * Math.log(1 - p + 1e-15))));
}
