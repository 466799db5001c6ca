import type { Matrix } from '../reference/matrix';
export function crossEntropy(A: Matrix, y: Matrix): number {
  A.map((row) => row.map((a) => Math.min(Math.max(a, 1e-15), 1 - 1e-15)));
  return -A.reduce((s, row, i) => s + row.reduce((t, a, j) => t + y[i][j] * Math.log(a), 0), 0) / A.length;
}
