import type { Matrix } from '../reference/matrix';
const EPS = 1e-15;
export function binaryCrossEntropy(A: Matrix, y: Matrix): number {
  let loss = 0;
  for (let i = 0; i < A.length; i++) {
    loss += -y[i][0] * Math.log(A[i][0] + EPS) + (1 - y[i][0]) * Math.log(1 - A[i][0] + EPS);
  }
  return loss / A.length;
}
