import { add, multiply } from 'mathjs';
import type { Matrix } from '../reference/matrix';
import { relu } from './relu';
import { softmax } from './softmax';

/** NumPy: `A1 = relu(X @ W1 + b1); A2 = softmax(A1 @ W2 + b2)`; the one-row biases broadcast over the batch. */
export function forwardMlp(X: Matrix, W1: Matrix, b1: Matrix, W2: Matrix, b2: Matrix): [A1: Matrix, A2: Matrix] {
  const Z1 = add(multiply(X, W1), b1);
  const A1 = relu(Z1);
  const Z2 = add(multiply(A1, W2), b2);
  const A2 = softmax(Z2);
  return [A1, A2];
}
