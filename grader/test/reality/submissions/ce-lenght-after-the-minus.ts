import type { Matrix } from '../reference/matrix';
export function crossEntropy(A: Matrix, y: Matrix): number {
  let sum = 0;
  for (let i = 0; i < A.length; i++)
    for (let j = 0; j < A[i].length; j++)
      sum += y[i][j] * Math.log(A[i][j] + 1e-15);
  return sum / -A.lenght;
}
