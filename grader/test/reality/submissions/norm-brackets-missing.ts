import type { Matrix } from '../reference/matrix';
export function normalize(X: Matrix): Matrix {
  const n = X.length;
  const mean: number[] = [];
  const std: number[] = [];
  for (let j = 0; j < X[0].length; j++) {
    let s = 0;
    for (let i = 0; i < n; i++)
      s += X[i][j];
    mean.push(s / n);
    let v = 0;
    for (let i = 0; i < n; i++)
      v += (X[i][j] - mean[j]) ** 2;
    std.push(v / n);
  }
  return X.map(row => row.map((x, j) => std[j] === 0 ? 0 : x - mean[j] / Math.sqrt(std[j])));
}
