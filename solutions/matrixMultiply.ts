import { multiply } from 'mathjs';
import type { Matrix } from '../reference/matrix';

/** NumPy: `X @ W`. */
export function matrixMultiply(X: Matrix, W: Matrix): Matrix {
  return multiply(X, W);
}
