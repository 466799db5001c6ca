import { affine } from './affine';
import type { Matrix } from './matrix';
import { sigmoid } from './sigmoid';

/**
 * Forward pass of a single-layer perceptron, `sigmoid(X W + b)`.
 *
 * @param X (n, features)
 * @param W (features, units)
 * @param b (1, units)
 * @returns (n, units)
 */
export function forwardPerceptron(X: Matrix, W: Matrix, b: Matrix): Matrix {
  return sigmoid(affine(X, W, b));
}
