import type { Matrix } from '../reference/matrix';
export function crossEntropy(A: Matrix, y: Matrix): any {
  let loss = 0;
  for (let i = 0; i < A.length; i++) for (let j = 0; j < A[i].length; j++) loss -= y[i][j] * Math.log(A[i][j] + 1e-15);
  return (loss / A.length).toFixed(4);
}
