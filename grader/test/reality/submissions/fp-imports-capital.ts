import type { Matrix } from '../reference/matrix';
import { sigmoid } from './Sigmoid';
export function forwardPerceptron(X: Matrix, W: Matrix, b: Matrix): Matrix {
  const Z = X.map((row) => W[0].map((_, j) => row.reduce((s, x, k) => s + x * W[k][j], b[0][j])));
  return sigmoid(Z);
}
