import { affine } from './affine';
import type { Matrix } from './matrix';

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The numbers 0 to `n` - 1, sorted by random keys. */
export function shuffled(n: number, random: () => number): number[] {
  const keys = Array.from({ length: n }, () => random());
  return [...keys.keys()].sort((i, j) => keys[i] - keys[j]);
}

/**
 * Gradient descent on mini-batches that are shuffled anew in every epoch, for one layer with one unit. A batch with
 * errors `e = activationFn(Xb W + b) - yb` moves `W` by `-lr Xb^T e / n` and `b` by `-lr mean(e)`, n being its own size.
 *
 * @param X (n, features)
 * @param y (n, 1)
 * @param W (features, 1)
 * @param b (1, 1)
 * @returns the trained `W` and `b`, and the loss on all samples after each epoch
 */
export function gradientDescent(
  X: Matrix,
  y: Matrix,
  W: Matrix,
  b: Matrix,
  lr: number,
  numEpochs: number,
  batchSize: number,
  lossFn: (yPred: Matrix, y: Matrix) => number,
  activationFn: (Z: Matrix) => Matrix = (Z) => Z,
  random: () => number = Math.random,
): [W: Matrix, b: Matrix, lossHistory: number[]] {
  let weights = W;
  let bias = b;
  const predict = (samples: Matrix) => activationFn(affine(samples, weights, bias));
  const lossHistory: number[] = [];
  for (let epoch = 0; epoch < numEpochs; epoch++) {
    const order = shuffled(X.length, random);
    for (let start = 0; start < order.length; start += batchSize) {
      const batch = order.slice(start, start + batchSize);
      const yPred = predict(batch.map((i) => X[i]));
      const errors = batch.map((i, k) => yPred[k][0] - y[i][0]);
      weights = weights.map(([w], j) => [w - lr * mean(batch.map((i, k) => X[i][j] * errors[k]))]);
      bias = [[bias[0][0] - lr * mean(errors)]];
    }
    lossHistory.push(lossFn(predict(X), y));
  }
  return [weights, bias, lossHistory];
}
