import type { Matrix } from '../reference/matrix';
export function matrixMultiply(X: Matrix, W: Matrix): Matrix {
  const C: Matrix = [];
  for (let i = 0; i < X.length; i++) {
    C[i] = [];
    for (let j = 0; j < W[0].length; j++)
      for (let k = 0; k < W.length; k++) C[i][j] += X[i][k] * W[k][j];
  }
  return C;
}
