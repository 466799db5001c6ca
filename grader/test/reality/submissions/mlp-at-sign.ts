import type { Matrix } from '../reference/matrix';
import { relu } from './relu';
import { softmax } from './softmax';
export function forwardMlp(X, W1, b1, W2, b2) {
  const A1 = relu(X @ W1 + b1);
  const A2 = softmax(A1 @ W2 + b2);
  return [A1, A2];
}
