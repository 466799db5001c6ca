import type { Matrix } from '../reference/matrix';
export function softmax(Z: Matrix): Matrix {
  const max = Math.max(...Z[0]);
  const out: Matrix = [];
  for (const row of Z) {
    const e = row.map((z) => Math.exp(z - max));
    const s = e.reduce((a, b) => a + b);
    out.push(e.map((v) => v / s));
  }
  return out;
}
