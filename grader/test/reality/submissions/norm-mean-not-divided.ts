import type { Matrix } from '../reference/matrix';
export function normalize(X: Matrix): Matrix {
  const cols = X[0].map((_, j) => X.map((r) => r[j]));
  const mean = cols.map((c) => c.reduce((a, b) => a + b, 0));
  const std = cols.map((c, j) => Math.sqrt(c.reduce((a, x) => a + (x - mean[j]) ** 2, 0) / c.length) || 1);
  return X.map((r) => r.map((x, j) => (x - mean[j]) / std[j]));
}
