import type { Matrix } from '../reference/matrix';
export function softmax(Z: Matrix): Matrix {
  return Z.map((row) => {
    let top = 0;
    row.forEach((z) => { if (z > top) top = z; });
    const e = row.map((z) => Math.exp(z - top));
    return e.map((v) => v / e.reduce((a, b) => a + b, 0));
  });
}
