import { affine } from './affine';
import type { Matrix } from './matrix';
import { relu } from './relu';
import { softmax } from './softmax';

/**
 * Forward pass of a two-layer perceptron:
 * `Z1 = X W1 + b1`, `A1 = relu(Z1)`, `Z2 = A1 W2 + b2`, `A2 = softmax(Z2)` by row.
 *
 * @param X (n, features)
 * @param W1 (features, hidden)
 * @param b1 (1, hidden)
 * @param W2 (hidden, classes)
 * @param b2 (1, classes)
 * @returns `[A1, A2]`: the hidden activations (n, hidden) and the class probabilities (n, classes)
 */
export function forwardMlp(X: Matrix, W1: Matrix, b1: Matrix, W2: Matrix, b2: Matrix): [A1: Matrix, A2: Matrix] {
  const A1 = relu(affine(X, W1, b1));
  const A2 = softmax(affine(A1, W2, b2));
  return [A1, A2];
}
