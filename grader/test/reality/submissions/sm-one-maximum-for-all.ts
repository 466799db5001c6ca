import type { Matrix } from '../reference/matrix';
export function softmax(Z: Matrix): Matrix {
  const top = Math.max(...Z.flat());
  return Z.map((row) => {
    const e = row.map((z) => Math.exp(z - top));
    const total = e.reduce((a, b) => a + b, 0);
    return e.map((v) => v / total);
  });
}
