import type { Matrix } from '../reference/matrix';

/**
 * Estimates the gradient of a loss by trying: how does the loss change when one entry of one parameter moves a little?
 * For every entry p of every parameter, with all the others as they are:
 *
 *     gradient of p = (loss with p + h - loss with p - h) / (2 h)
 *
 * The loss is `lossFn(forwardFn(X, params), y)`. Slow, but right for every model: a test for back-propagation.
 *
 * What you promise:
 * - the result has the names of `params`, each with a matrix of that parameter's shape;
 * - after the call `params` is as it was. You may move an entry and move it back: rounding up to 1e-9 is forgiven;
 * - `X` and `y` are not changed.
 *
 * @example
 *     // the loss of W is (W - 1)^2: its slope at W = 3 is 4
 *     const product = (X, { W }) => X.map(([x]) => [x * W[0][0]]);
 *     numericalGradient([[1]], [[1]], { W: [[3]] }, mseLoss, product)   // { W: [[4.0000]] }
 *
 * @param X samples, shape (n, features)
 * @param y targets or labels, a row per sample
 * @param params the parameters by name, such as `{ W, b }`
 * @param lossFn the loss of predictions, given `y`
 * @param forwardFn the predictions for `X` with given parameters
 * @param h how far each entry is moved
 * @returns gradients: for each parameter, the slope of the loss in each of its entries
 */
export function numericalGradient(
  X: Matrix,
  y: Matrix,
  params: Record<string, Matrix>,
  lossFn: (A: Matrix, y: Matrix) => number,
  forwardFn: (X: Matrix, params: Record<string, Matrix>) => Matrix,
  h = 1e-4,
): Record<string, Matrix> {
  throw new Error('TODO: write numericalGradient');
}
