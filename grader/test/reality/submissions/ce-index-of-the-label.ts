import type { Matrix } from '../reference/matrix';
export function crossEntropy(A: Matrix, y: Matrix): number {
  let loss = 0;
  for (let i = 0; i < A.length; i++) {
    const label = y[0].indexOf(1);
    loss -= Math.log(A[i][label] + 1e-15);
  }
  return loss / A.length;
}
