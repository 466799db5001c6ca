import type { Matrix } from '../reference/matrix';
export function matrixMultiply(A: Matrix, B: Matrix): Matrix {
  const C: Matrix = [];
  for (let i = 0; i < A.length; i++) {
    C[i] = [];
    let s = 0;
    for (let j = 0; j < B[0].length; j++) {
      for (let k = 0; k < B.length; k++) s += A[i][k] * B[k][j];
      C[i][j] = s;
    }
  }
  return C;
}
