import type { Matrix } from '../reference/matrix';
import { relu } from './relu';
import { softmax } from './softmax';
const linear = (X: Matrix, W: Matrix, b: Matrix) => X.map((x) => W[0].map((_, j) => b[0][j] + x.reduce((s, v, k) => s + v * W[k][j], 0)));
export function forward_mlp(X: Matrix, W1: Matrix, b1: Matrix, W2: Matrix, b2: Matrix) {
  const A1 = relu(linear(X, W1, b1));
  return [A1, softmax(linear(A1, W2, b2))];
}
