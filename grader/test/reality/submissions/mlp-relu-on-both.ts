import type { Matrix } from '../reference/matrix';
import { relu } from './relu';
function forward(A: Matrix, W: Matrix, b: Matrix): Matrix {
  return relu(A.map((a) => W[0].map((_, j) => a.reduce((s, v, k) => s + v * W[k][j], 0) + b[0][j])));
}
export function forwardMlp(X: Matrix, W1: Matrix, b1: Matrix, W2: Matrix, b2: Matrix): [Matrix, Matrix] {
  const A1 = forward(X, W1, b1);
  const A2 = forward(A1, W2, b2);
  return [A1, A2];
}
