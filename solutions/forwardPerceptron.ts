import { add, multiply } from 'mathjs';
import type { Matrix } from '../reference/matrix';
import { sigmoid } from './sigmoid';

/** NumPy: `sigmoid(X @ W + b)`; the one-row bias broadcasts over the batch. */
export function forwardPerceptron(X: Matrix, W: Matrix, b: Matrix): Matrix {
  return sigmoid(add(multiply(X, W), b));
}
