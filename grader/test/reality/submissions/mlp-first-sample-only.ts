import type { Matrix } from '../reference/matrix';
import { relu } from './relu';
import { softmax } from './softmax';
function layer(x: number[], W: Matrix, b: Matrix): number[] {
  return W[0].map((_, j) => x.reduce((s, v, k) => s + v * W[k][j], b[0][j]));
}
export function forwardMlp(X: Matrix, W1: Matrix, b1: Matrix, W2: Matrix, b2: Matrix): [Matrix, Matrix] {
  const A1 = relu([layer(X[0], W1, b1)]);
  const A2 = softmax([layer(A1[0], W2, b2)]);
  return [A1, A2];
}
