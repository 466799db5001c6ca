import type { Matrix } from '../reference/matrix';
export function binaryCrossEntropy(A: Matrix, y: Matrix): any {
  let total: any;
  for (let i = 0; i < A.length; i++) {
    total += y[i][0] * Math.log(A[i][0] + 1e-15) + (1 - y[i][0]) * Math.log(1 - A[i][0] + 1e-15);
  }
  return -total / A.length;
}
