import type { Matrix } from '../reference/matrix';
export function binaryCrossEntropy(A: Matrix, y: Matrix): number {
  const losses = A.map((row, i) => {
    const p = Math.max(row[0], 1e-15);
    return -(y[i][0] * Math.log(p) + (1 - y[i][0]) * Math.log(1 - p));
  });
  return losses.reduce((a, b) => a + b, 0) / losses.length;
}
