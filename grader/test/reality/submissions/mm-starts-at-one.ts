import type { Matrix } from '../reference/matrix';
export function matrixMultiply(X: Matrix, W: Matrix): Matrix {
  const out: Matrix = Array.from({ length: X.length }, () => Array(W[0].length).fill(0));
  for (let i = 0; i < X.length; i++) {
    for (let j = 0; j < W[0].length; j++) {
      let s = 0;
      for (let k = 1; k < W.length; k++) s += X[i][k] * W[k][j];
      out[i][j] = s;
    }
  }
  return out;
}
