import type { Matrix } from '../reference/matrix';
export function softmax(Z: Matrix): Matrix {
  return Z.map((row) => {
    let sum = 0;
    for (const z of row) {
      let sum = 0;
      sum += Math.exp(z - Math.max(...row));
    }
    return row.map((z) => Math.exp(z - Math.max(...row)) / sum);
  });
}
