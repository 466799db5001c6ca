import type { Matrix } from '../reference/matrix';
export function softmax(Z: Matrix): Matrix {
  return Z.map((row) => {
    const e = row.map((z) => Math.exp(z - Math.max(...row)));
    const total = e.reduce((a, b) => a + b, 0);
    return e.map((v) => (v / total) * 100);
  });
}
