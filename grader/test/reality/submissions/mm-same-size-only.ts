import type { Matrix } from '../reference/matrix';
export function matrixMultiply(a: Matrix, b: Matrix): Matrix {
  const n = a.length;
  const c: Matrix = [];
  for (let i = 0; i < n; i++) {
    c[i] = [];
    for (let j = 0; j < n; j++) {
      c[i][j] = 0;
      for (let k = 0; k < n; k++) c[i][j] += a[i][k] * b[k][j];
    }
  }
  return c;
}
