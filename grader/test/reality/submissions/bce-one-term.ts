import type { Matrix } from '../reference/matrix';
export const binaryCrossEntropy = (A: Matrix, y: Matrix): number =>
  -A.reduce((s, [a], i) => s + y[i][0] * Math.log(a + 1e-15), 0) / A.length;
