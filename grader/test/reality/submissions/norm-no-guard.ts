import type { Matrix } from '../reference/matrix';
export function normalize(X: Matrix): Matrix {
  const T = X[0].map((_, j) => X.map((r) => r[j]));
  const mu = T.map((c) => c.reduce((a, b) => a + b) / c.length);
  const sigma = T.map((c, j) => Math.sqrt(c.map((x) => Math.pow(x - mu[j], 2)).reduce((a, b) => a + b) / c.length));
  return X.map((r) => r.map((x, j) => (x - mu[j]) / sigma[j]));
}
