import type { Matrix } from '../reference/matrix';
export function binaryCrossEntropy(A: Matrix, y: Matrix): number {
  const eps = 1e-15;
  const l = A.map(([p], i) => -y[i][0] * Math.log(p - eps) - (1 - y[i][0]) * Math.log(1 - p - eps));
  return l.reduce((a, b) => a + b, 0) / l.length;
}
