import type { Matrix } from '../reference/matrix';
export function softmax(Z: Matrix): Matrix {
  return Z.map((row) => {
    const e = 2.718;
    const max = Math.max(...row);
    const powers = row.map((z) => e ** (z - max));
    const total = powers.reduce((a, b) => a + b, 0);
    return powers.map((p) => p / total);
  });
}
