import type { Matrix } from '../reference/matrix';
export default function softmax(Z: Matrix): Matrix {
  return Z.map((row) => {
    const m = Math.max(...row);
    const e = row.map((z) => Math.exp(z - m));
    const s = e.reduce((a, b) => a + b, 0);
    return e.map((v) => v / s);
  });
}
