import type { Matrix } from './matrix';

/**
 * Logistic function of every entry: `1 / (1 + exp(-z))`, below zero in the form `exp(z) / (1 + exp(z))`,
 * so that `exp` never overflows.
 *
 * @param Z any shape
 * @returns a new matrix of the shape of `Z`
 */
export function sigmoid(Z: Matrix): Matrix {
  return Z.map((row) =>
    row.map((z) => {
      const power = Math.exp(-Math.abs(z));
      return z < 0 ? power / (1 + power) : 1 / (1 + power);
    }),
  );
}
