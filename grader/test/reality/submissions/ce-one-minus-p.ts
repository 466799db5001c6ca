import type { Matrix } from '../reference/matrix';
export function crossEntropy(A: Matrix, y: Matrix): number {
  let s = 0;
  for (let i = 0; i < A.length; i++) {
    s += 1 - A[i][y[i].indexOf(1)];
  }
  return s / A.length;
}
