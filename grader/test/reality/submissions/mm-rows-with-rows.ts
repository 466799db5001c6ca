import type { Matrix } from '../reference/matrix';
export const matrixMultiply = (X: Matrix, W: Matrix): Matrix =>
  X.map((x) => W.map((w) => x.reduce((s, v, k) => s + v * w[k], 0)));
