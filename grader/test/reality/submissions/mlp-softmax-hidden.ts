import { add, multiply } from 'mathjs';
import type { Matrix } from '../reference/matrix';
import { relu } from './relu';
import { softmax } from './softmax';
export function forwardMlp(X: any, W1: any, b1: any, W2: any, b2: any): any {
  const A1 = softmax(add(multiply(X, W1), b1));
  const A2 = relu(add(multiply(A1, W2), b2));
  return [A1, A2];
}
