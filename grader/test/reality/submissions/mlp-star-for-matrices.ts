import type { Matrix } from '../reference/matrix';
import { relu } from './relu';
import { softmax } from './softmax';
export function forwardMlp(X: any, W1: any, b1: any, W2: any, b2: any): any {
  const A1 = relu((X * W1 + b1) as any);
  return [A1, softmax((A1 as any) * W2 + b2)];
}
