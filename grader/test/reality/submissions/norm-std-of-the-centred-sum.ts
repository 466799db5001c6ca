import type { Matrix } from '../reference/matrix';
export function normalize(X: Matrix): Matrix {
  const n = X.length;
  const mean = X[0].map((_, j) => X.reduce((s, r) => s + r[j], 0) / n);
  const std = X[0].map((_, j) => Math.sqrt(X.reduce((s, r) => s + (r[j] - mean[j]) ** 2, 0)) || 1);
  return X.map((r) => r.map((v, j) => (v - mean[j]) / std[j]));
}
