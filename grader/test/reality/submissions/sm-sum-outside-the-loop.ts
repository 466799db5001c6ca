import type { Matrix } from '../reference/matrix';
export function softmax(Z: Matrix): Matrix {
  const A: Matrix = [];
  let sum = 0;
  for (let i = 0; i < Z.length; i++) {
    const max = Math.max(...Z[i]);
    const e = Z[i].map((z) => Math.exp(z - max));
    for (const v of e) sum += v;
    A.push(e.map((v) => v / sum));
  }
  return A;
}
