import type { Matrix } from '../reference/matrix';
import { relu } from './relu';
import { softmax } from './softmax';
function dense(X: Matrix, W: Matrix, b: Matrix): Matrix {
  return X.map((row) => W[0].map((_, j) => row.reduce((s, x, k) => s + x * W[k][j], b[0][j])));
}
export function forwardMlp(X: Matrix, W1: Matrix, b1: Matrix, W2: Matrix, b2: Matrix): [Matrix, Matrix] {
  const Z1 = dense(X, W1, b1);
  const A1 = relu(Z1);
  const Z2 = dense(A1, W2, b2);
  const A2 = softmax(Z2);
  return [A2, A1];
}
