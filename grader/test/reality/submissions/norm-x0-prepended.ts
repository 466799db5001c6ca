import type { Matrix } from '../reference/matrix';
export function normalize(X: Matrix): Matrix {
  const m = X.length;
  const out: Matrix = X.map(() => [1]); // x0 column
  for (let j = 0; j < X[0].length; j++) {
    let mean = 0;
    for (let i = 0; i < m; i++) mean += X[i][j] / m;
    let std = 0;
    for (let i = 0; i < m; i++) std += (X[i][j] - mean) ** 2;
    std = Math.sqrt(std / (m - 1)) || 1;
    for (let i = 0; i < m; i++) out[i][j + 1] = (X[i][j] - mean) / std;
  }
  return out;
}
