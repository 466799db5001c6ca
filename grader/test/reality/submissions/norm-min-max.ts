import type { Matrix } from '../reference/matrix';
export function normalize(X: Matrix): Matrix {
  const columns = X[0].map((_, j) => X.map((row) => row[j]));
  const low = columns.map((c) => Math.min(...c));
  const high = columns.map((c) => Math.max(...c));
  return X.map((row) => row.map((x, j) => (x - low[j]) / (high[j] - low[j] || 1)));
}
