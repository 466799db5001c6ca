import { add, multiply } from 'mathjs';
import type { Matrix } from '../reference/matrix';
import { relu } from './relu';
import { softmax } from './softmax';
export function forwardMlp(X: Matrix, W1: Matrix, b1: Matrix, W2: Matrix, b2: Matrix): any {
  const z1 = add(multiply(X, W1), b1) as Matrix;
  const a1 = relu(z1);
  const z2 = add(multiply(X, W2), b2) as Matrix;
  const a2 = softmax(z2);
  return [a1, a2];
}
