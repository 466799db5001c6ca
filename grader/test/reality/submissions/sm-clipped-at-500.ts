import type { Matrix } from '../reference/matrix';
export function softmax(Z: Matrix): Matrix {
  return Z.map((row) => {
    const safe = row.map((z) => Math.min(Math.max(z, -500), 500));
    const e = safe.map((z) => Math.exp(z));
    const total = e.reduce((a, b) => a + b, 0);
    return e.map((v) => v / total);
  });
}
