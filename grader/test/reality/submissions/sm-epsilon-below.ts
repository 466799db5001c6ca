import type { Matrix } from '../reference/matrix';
export function softmax(Z: Matrix): Matrix {
  return Z.map((row) => {
    const m = row.reduce((a, b) => (a > b ? a : b));
    const e = row.map((z) => Math.exp(z - m));
    return e.map((v) => v / (e.reduce((a, b) => a + b, 0) + 1e-12));
  });
}
