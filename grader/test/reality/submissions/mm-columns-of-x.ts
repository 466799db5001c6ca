import type { Matrix } from '../reference/matrix';
export function matrixMultiply(X: Matrix, W: Matrix): Matrix {
  return X.map((_, i) =>
    W[0].map((_, j) => {
      let s = 0; for (let k = 0; k < W.length; k++) s += X[k][i] * W[k][j];
      return s;
    }),
  );
}
