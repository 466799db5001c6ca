import type { Matrix } from '../reference/matrix';
export function normalize(X: Matrix): Matrix {
  const n = X.length;
  const d = X[0].length;
  const mean: number[] = [];
  const std: number[] = [];
  for (let j = 0; j < d; j++) {
    let s = 0;
    for (let i = 0; i < n; i++) s += X[i][j];
    mean.push(s / n);
  }
  for (let j = 0; j < d; j++) {
    let v = 0;
    for (let i = 0; i < n; i++) v += (X[i][j] - mean[j]) ** 2;
    std.push(v / n);
  }
  const out: Matrix = [];
  for (let i = 0; i < n; i++) {
    out.push([]);
    for (let j = 0; j < d; j++) out[i].push((X[i][j] - mean[j]) / (std[j] || 1));
  }
  return out;
}
