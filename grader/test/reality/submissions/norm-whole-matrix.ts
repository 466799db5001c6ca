import type { Matrix } from '../reference/matrix';
export function normalize(X: Matrix): Matrix {
  const all = X.flat();
  const mean = all.reduce((a, b) => a + b, 0) / all.length;
  const sd = Math.sqrt(all.reduce((s, x) => s + (x - mean) ** 2, 0) / all.length) || 1;
  return X.map((row) => row.map((x) => (x - mean) / sd));
}
