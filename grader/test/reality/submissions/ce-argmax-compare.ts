import type { Matrix } from '../reference/matrix';
export function crossEntropy(A: Matrix, y: Matrix): number {
  let wrong = 0;
  for (let i = 0; i < A.length; i++) if (A[i].indexOf(Math.max(...A[i])) !== y[i].indexOf(1)) wrong++;
  return wrong / A.length;
}
