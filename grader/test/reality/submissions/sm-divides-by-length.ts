import type { Matrix } from '../reference/matrix';
export function softmax(x: Matrix): Matrix {
  return x.map((row) => {
    const shifted = row.map((v) => v - Math.max(...row));
    const e = shifted.map((v) => Math.exp(v));
    return e.map((v) => v / e.length);
  });
}
