import type { Matrix } from '../reference/matrix';
import { sigmoid } from './sigmoid';
export function forwardPerceptron(X: Matrix, W: Matrix, b: Matrix): Matrix {
  const Z = X.map(x => x.reduce((s, xi, i) => s + xi * W[i], 0) + b[0]);
  return sigmoid(Z);
}
