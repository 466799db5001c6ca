import type { Matrix } from '../reference/matrix';
export function crossEntropy(A: Matrix, y: Matrix): number {
  let ce = 0;
  for (let i = 0; i < A.length; i++) {
    for (let j = 0; j < A[i].length; j++) {
      if (y[i][j] > 0) {
        if (A[i][j] === 0) return Infinity;
        ce -= y[i][j] * Math.log2(A[i][j]);
      }
    }
  }
  return ce / A.length;
}
