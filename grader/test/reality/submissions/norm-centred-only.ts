import type { Matrix } from '../reference/matrix';
export function normalize(X: Matrix): Matrix {
  const mean = X[0].map((_, j) => X.reduce((s, r) => s + r[j], 0) / X.length);
  return X.map((r) => r.map((x, j) => x - mean[j]));
}
