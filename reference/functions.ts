import { affine } from './affine';
import type { Matrix } from './matrix';
import { sigmoid } from './sigmoid';

/** Functions that cases hand to a learner's function, with `given` and `made`. The guest makes its own from this file. */

export { binaryCrossEntropy } from './binaryCrossEntropy';
export { mseLoss } from './mseLoss';
export { sigmoid };

/** `X W + b` with the parameters by name: a linear model for numericalGradient. */
export function linearModel(X: Matrix, { W, b }: Record<string, Matrix>): Matrix {
  return affine(X, W, b);
}

/** `sigmoid(X W + b)` with the parameters by name. */
export function perceptron(X: Matrix, { W, b }: Record<string, Matrix>): Matrix {
  return sigmoid(affine(X, W, b));
}

/**
 * A source of random numbers in [0, 1), the same for the same `seed`: mulberry32 (Tommy Ettinger, public domain).
 */
export function uniform(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
