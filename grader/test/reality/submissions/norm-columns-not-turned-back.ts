import type { Matrix } from '../reference/matrix';
export function normalize(X: Matrix): Matrix {
  const cols = X[0].map((_, j) => X.map((r) => r[j]));
  return cols.map((c) => {
    const m = c.reduce((a, b) => a + b, 0) / c.length;
    const s = Math.sqrt(c.reduce((a, b) => a + (b - m) ** 2, 0) / c.length);
    return c.map((v) => (s > 0 ? (v - m) / s : 0));
  });
}
