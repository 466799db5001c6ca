import type { Matrix } from '../reference/matrix';
export function binaryCrossEntropy(A: Matrix, y: Matrix): number {
  let total = 0;
  for (let i = 0; i < A.length; i++) {
    const p = A[i][0];
    const logp = Math.log(p + 1e-15);
    total += y[i][0] * logp + (1 - y[i][0]) * Math.log(1 - p + 1e-15);
  }
  return -total / A.lenght;
}
