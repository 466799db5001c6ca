import type { Matrix } from '../reference/matrix';
export const forwardPerceptron = (X: Matrix, W: Matrix, b: Matrix): Matrix =>
  X.map((x) => W[0].map((_, j) => (x.reduce((s, v, k) => s + v * W[k][j], b[0][j]) > 0 ? 1 : 0)));
