import { add, multiply } from 'mathjs';
import relu from './relu';
import softmax from './softmax';
export function forwardMlp(X: any, W1: any, b1: any, W2: any, b2: any): any {
  const A1 = relu(add(multiply(X, W1), b1));
  const A2 = softmax(add(multiply(A1, W2), b2));
  return [A1, A2];
}
