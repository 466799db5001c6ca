import { add, multiply, transpose } from 'mathjs';
import type { Matrix } from '../reference/matrix';
import { relu } from './relu';
import { softmax } from './softmax';
export function forwardMlp(X: Matrix, W1: Matrix, b1: Matrix, W2: Matrix, b2: Matrix): any {
  const Z1 = add(multiply(W1, transpose(X)), b1);
  const A1 = relu(Z1 as Matrix);
  const Z2 = add(multiply(W2, A1), b2);
  return [A1, softmax(Z2 as Matrix)];
}
