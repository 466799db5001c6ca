import type { Matrix } from '../reference/matrix';
export function crossEntropy(A: Matrix, y: any): number {
  let loss = 0;
  for (let i = 0; i < A.length; i++) {
    loss -= Math.log(A[i][y[i]] + 1e-15);
  }
  return loss / A.length;
}
