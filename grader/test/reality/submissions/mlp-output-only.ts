import { add, multiply } from 'mathjs';
import type { Matrix } from '../reference/matrix';
import { relu } from './relu';
import { softmax } from './softmax';
export function forwardMlp(X: Matrix, W1: Matrix, b1: Matrix, W2: Matrix, b2: Matrix): any {
  const A1 = relu(add(multiply(X, W1), b1) as Matrix);
  const A2 = softmax(add(multiply(A1, W2), b2) as Matrix);
  return A2;
}
