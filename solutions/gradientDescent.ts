import { add, map, mean, multiply, subtract, transpose } from 'mathjs';
import type { Matrix } from '../reference/matrix';

/** NumPy: `np.random.permutation(n)`; here with a source of random numbers of the caller's (Fisher and Yates). */
function permutation(n: number, random: () => number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

/**
 * NumPy, for each batch: `error = activation_fn(Xb @ W + b) - yb`, then `W = W - lr * Xb.T @ error / len(Xb)` and
 * `b = b - lr * np.mean(error)`. (`W -= ...` would change the caller's array.)
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
  const predict = (samples: Matrix) => activationFn(add(multiply(samples, W), b));
  const lossHistory: number[] = [];
  for (let epoch = 0; epoch < numEpochs; epoch++) {
    const order = permutation(X.length, random);
    for (let start = 0; start < order.length; start += batchSize) {
      const batch = order.slice(start, start + batchSize);
      const Xb = batch.map((i) => X[i]);
      const yb = batch.map((i) => y[i]);
      const error = subtract(predict(Xb), yb);
      W = subtract(
        W,
        map(multiply(transpose(Xb), error), (sum) => (lr * sum) / batch.length),
      );
      b = subtract(b, [[lr * mean(error.flat())]]);
    }
    lossHistory.push(lossFn(predict(X), y));
  }
  return [W, b, lossHistory];
}
