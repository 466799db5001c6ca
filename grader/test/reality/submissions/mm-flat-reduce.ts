import type { Matrix } from '../reference/matrix';
export function matrixMultiply(X: Matrix, W: Matrix): Matrix {
  return X.map((row) => W[0].map((_, j) => row.map((x, k) => x * W[k][j]).reduce((a, b) => a + b)));
}
