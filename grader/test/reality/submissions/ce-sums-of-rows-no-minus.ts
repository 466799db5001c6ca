import type { Matrix } from '../reference/matrix';
export function crossEntropy(A: Matrix, y: Matrix): number {
  let loss = 0;
  for (let i = 0; i < A.length; i++) {
    let rowLoss = 0;
    for (let j = 0; j < A[i].length; j++) rowLoss += y[i][j] * Math.log(A[i][j] + 1e-15);
    loss += rowLoss;
  }
  return loss / A.length;
}
