import type { Matrix } from '../reference/matrix';
export function softmax(Z: Matrix): any {
  return Z.map((row) => {
    const max = Math.max(...row);
    const e = row.map((z) => Math.exp(z - max));
    const total = e.reduce((a, b) => a + b, 0);
    return e.map((v) => (v / total).toFixed(4));
  });
}
