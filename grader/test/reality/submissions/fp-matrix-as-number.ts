import type { Matrix } from '../reference/matrix';
import { sigmoid } from './sigmoid';
export function forwardPerceptron(X: any, W: any, b: any): Matrix {
  const Z = X * W + b;
  return sigmoid(Z);
}
