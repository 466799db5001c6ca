import type { Matrix } from '../reference/matrix';
export function matrixMultiply(X: Matrix, W: Matrix): any {
  const [n, m, p] = [X.length, W.length, W[0].length];
  const out = new Float64Array(n * p);
  for (let i = 0; i < n; i++) for (let j = 0; j < p; j++) for (let k = 0; k < m; k++) out[i * p + j] += X[i][k] * W[k][j];
  return out;
}
