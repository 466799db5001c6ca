import type { Matrix } from '../reference/matrix';
export function softmax(x: Matrix): Matrix {
  const max = Math.max(...x.flat());
  const e_x = x.map((r) => r.map((v) => Math.exp(v - max)));
  const sums = e_x[0].map((_, j) => e_x.reduce((acc, r) => acc + r[j], 0));
  return e_x.map((r) => r.map((v, j) => v / sums[j]));
}
