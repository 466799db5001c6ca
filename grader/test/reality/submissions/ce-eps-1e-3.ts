import type { Matrix } from '../reference/matrix';
const EPS = 0.001;
export function crossEntropy(A: Matrix, y: Matrix): number {
  const n = A.length;
  let s = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < A[i].length; j++) s += y[i][j] * Math.log(A[i][j] + EPS);
  return (-1 / n) * s;
}
