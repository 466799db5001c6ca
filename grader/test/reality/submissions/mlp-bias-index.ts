import type { Matrix } from '../reference/matrix';
import { relu } from './relu';
import { softmax } from './softmax';
export function forwardMlp(X: Matrix, W1: Matrix, b1: any, W2: Matrix, b2: any): [Matrix, Matrix] {
  const layer = (A: Matrix, W: Matrix, b: any): any => A.map((a) => W[0].map((_, j) => a.reduce((s, v, k) => s + v * W[k][j], 0) + b[j]));
  const A1 = relu(layer(X, W1, b1));
  return [A1, softmax(layer(A1, W2, b2))];
}
