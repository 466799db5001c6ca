import type { Matrix } from '../reference/matrix';
export function binaryCrossEntropy(A: Matrix, y: Matrix): number {
  let s = 0;
  for (let i = 0; i < A.length; i++) {
    s += y[i][0] * Math.log(A[i][0] + 1e-15) + (1 - y[i][0]) * Math.log(1 - y[i][0] + 1e-15);
  }
  return -s / A.length;
}
