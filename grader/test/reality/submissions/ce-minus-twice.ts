import type { Matrix } from '../reference/matrix';
export function crossEntropy(A: Matrix, y: Matrix): number {
  const losses = [];
  for (let i = 0; i < A.length; i++) {
    losses.push(A[i].map((p, k) => y[i][k] * -Math.log(p + 1e-15)).reduce((a, b) => a + b, 0));
  }
  return -losses.reduce((a, b) => a + b) / losses.length;
}
