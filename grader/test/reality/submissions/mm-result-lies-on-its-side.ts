import type { Matrix } from '../reference/matrix';
export function matrixMultiply(X: Matrix, W: Matrix): Matrix {
  const out: Matrix = [];
  for (let j = 0; j < W[0].length; j++) {
    out[j] = [];
    for (let i = 0; i < X.length; i++) {
      let total = 0;
      for (let k = 0; k < W.length; k++) total += X[i][k] * W[k][j];
      out[j][i] = total;
    }
  }
  return out;
}
