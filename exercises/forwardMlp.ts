import type { Matrix } from '../reference/matrix';
import { relu } from './relu';
import { softmax } from './softmax';

/**
 * Forward pass of a two-layer perceptron, for a batch of samples:
 *
 *     Z1 = X W1 + b1     A1 = relu(Z1)
 *     Z2 = A1 W2 + b2    A2 = softmax(Z2), row by row
 *
 * `X W1` is a matrix product; a bias has one row, which is added to every row of the product.
 * You may use your own `relu` and `softmax` (imported above), helper files of your own, and `mathjs`.
 *
 * What you promise:
 * - the result is the pair `[A1, A2]`, in this order;
 * - every row of `A2` sums to 1;
 * - none of the five arguments is changed.
 *
 * @example
 *     // one sample, two features, two hidden units (the second one dead), two classes
 *     forwardMlp([[1, 2]], [[1, -1], [1, -1]], [[0, 0]], [[1, 1], [5, 5]], [[0, 0]])
 *     // [ [[3, 0]], [[0.5, 0.5]] ]
 *
 * @param X samples, shape (n, features)
 * @param W1 weights of the hidden layer, shape (features, hidden)
 * @param b1 biases of the hidden layer, shape (1, hidden)
 * @param W2 weights of the output layer, shape (hidden, classes)
 * @param b2 biases of the output layer, shape (1, classes)
 * @returns `[A1, A2]`, shapes (n, hidden) and (n, classes)
 */
export function forwardMlp(X: Matrix, W1: Matrix, b1: Matrix, W2: Matrix, b2: Matrix): [A1: Matrix, A2: Matrix] {
  throw new Error('TODO: write forwardMlp');
}
