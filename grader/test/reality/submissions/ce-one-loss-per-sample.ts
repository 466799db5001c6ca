import type { Matrix } from '../reference/matrix';
export function crossEntropy(A: Matrix, y: Matrix): any {
  return A.map((row, i) => -row.reduce((s, p, j) => s + y[i][j] * Math.log(p + 1e-15), 0));
}
