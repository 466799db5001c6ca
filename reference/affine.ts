import type { Matrix } from './matrix';

/**
 * `X W + b`: one layer before its activation.
 *
 * The loops run i-k-j so that the innermost one walks along rows of `W`, which keeps a
 * 784 x 256 layer fast on plain arrays.
 *
 * @param X (n, inputs)
 * @param W (inputs, units)
 * @param b (1, units)
 * @returns (n, units)
 */
export function affine(X: Matrix, W: Matrix, b: Matrix): Matrix {
  const [bias] = b;
  return X.map((sample) => {
    const sums = new Array<number>(bias.length).fill(0);
    for (let k = 0; k < sample.length; k++) {
      const weights = W[k];
      for (let j = 0; j < sums.length; j++) sums[j] += sample[k] * weights[j];
    }
    return sums.map((sum, j) => sum + bias[j]);
  });
}
