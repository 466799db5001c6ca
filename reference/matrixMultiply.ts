import type { Matrix } from './matrix';

/**
 * Matrix product, `sum_k X_ik W_kj`.
 *
 * @param X (m, n)
 * @param W (n, p)
 * @returns (m, p)
 */
export function matrixMultiply(X: Matrix, W: Matrix): Matrix {
  return X.map((row) =>
    W[0].map((_, j) => {
      let sum = 0;
      for (let k = 0; k < row.length; k++) sum += row[k] * W[k][j];
      return sum;
    }),
  );
}
