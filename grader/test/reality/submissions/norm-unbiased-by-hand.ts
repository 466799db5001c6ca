import type { Matrix } from '../reference/matrix';
export function normalize(X: Matrix): Matrix {
  const m = X.length;
  const out: Matrix = X.map(() => []);
  for (let j = 0; j < X[0].length; j++) {
    const mean = X.reduce((s, row) => s + row[j], 0) / m;
    const std = Math.sqrt(X.reduce((s, row) => s + (row[j] - mean) ** 2, 0) / (m - 1)); // unbiased
    for (let i = 0; i < m; i++) out[i][j] = (X[i][j] - mean) / (std === 0 ? 1e-10 : std);
  }
  return out;
}
