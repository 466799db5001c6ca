import type { Matrix } from '../reference/matrix';
export function crossEntropy(A: Matrix, y: Matrix): number {
  let total = 0;
  for (let i = 0; i < A.length; i++)
    for (let j = 0; j < A[0].length; j++) total += y[i][j] * Math.log(A[i][j]) || 0;
  return -total / A.length;
}
