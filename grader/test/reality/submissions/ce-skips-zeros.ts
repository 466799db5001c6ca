import type { Matrix } from '../reference/matrix';
export function crossEntropy(A: Matrix, y: Matrix): number {
  let loss = 0;
  for (let i = 0; i < A.length; i++) {
    for (let j = 0; j < A[0].length; j++) {
      const logp = A[i][j] > 0 ? Math.log(A[i][j]) : 0;
      loss += -y[i][j] * logp;
    }
  }
  return loss / A.length;
}
