import type { Matrix } from '../reference/matrix';
import { sigmoid } from './sigmoid';

/**
 * Forward pass of a single-layer perceptron, for a batch of samples:
 *
 *     Z = X W + b     A = sigmoid(Z)
 *
 * `X W` is a matrix product; the bias has one row, which is added to every row of the product.
 * The blog's perceptron has one unit; yours works for any number of them.
 * You may use your own `sigmoid` (imported above), helper files of your own, and `mathjs`.
 *
 * What you promise:
 * - every entry of the result lies in [0, 1], and a sample's row does not depend on the other samples;
 * - none of the three arguments is changed.
 *
 * @example
 *     // two samples, two features, one unit: Z is [[0], [2]]
 *     forwardPerceptron([[1, 2], [2, 2]], [[2], [-0.5]], [[-1]])   // [[0.5], [0.8808]]
 *
 * @param X samples, shape (n, features)
 * @param W weights, shape (features, units)
 * @param b biases, shape (1, units)
 * @returns activations, shape (n, units)
 */
export function forwardPerceptron(X: Matrix, W: Matrix, b: Matrix): Matrix {
  throw new Error('TODO: write forwardPerceptron');
}
