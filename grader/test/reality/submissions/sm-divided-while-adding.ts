import type { Matrix } from '../reference/matrix';
export function softmax(Z: Matrix): Matrix {
  return Z.map((row) => {
    const max = Math.max(...row);
    let sum = 0;
    return row.map((z) => {
      sum += Math.exp(z - max);
      return Math.exp(z - max) / sum;
    });
  });
}
