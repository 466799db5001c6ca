import type { Matrix } from '../reference/matrix';
export function crossEntropy(A: Matrix, y: Matrix): number {
  const terms = A.flatMap((row, i) => row.map((a, j) => y[i][j] * Math.log(a + 1e-12)));
  return -terms.reduce((a, b) => a + b, 0) / terms.length;
}
