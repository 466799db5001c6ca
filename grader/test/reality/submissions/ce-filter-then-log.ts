import type { Matrix } from '../reference/matrix';
export function crossEntropy(A: Matrix, y: Matrix): number {
  const chosen = A.map((row, i) => row.filter((_, j) => y[i][j] === 1)[0]);
  return chosen.map((p) => -Math.log(p + 1e-12)).reduce((a, b) => a + b, 0) / A.length;
}
