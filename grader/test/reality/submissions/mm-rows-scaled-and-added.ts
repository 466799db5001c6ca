import type { Matrix } from '../reference/matrix';
export function matrixMultiply(X: Matrix, W: Matrix): Matrix {
  return X.map((x) => x.reduce((acc, v, k) => acc.map((a, j) => a + v * W[k][j]), W[0].map(() => 0)));
}
