import { forwardMlp } from './forwardMlp';
import type { Matrix } from './matrix';
import { matrixMultiply } from './matrixMultiply';
import { mseLoss } from './mseLoss';
import { sigmoid } from './sigmoid';

/**
 * Functions that cases hand to a learner's function, with `given` and `made`. The guest makes its own from this file.
 * It is in handouts as it is, where the exercises that it imports are the learner's answers: it holds no answer itself.
 */

export { binaryCrossEntropy } from './binaryCrossEntropy';
export { crossEntropy } from './crossEntropy';
export { mseLoss, sigmoid };

/** The activation that changes nothing. */
export function identity(Z: Matrix): Matrix {
  return Z;
}

/** The sum of the squared errors: unlike `mseLoss` it tells a batch from all the samples, even when these are equal. */
export function sumOfSquares(yPred: Matrix, y: Matrix): number {
  return y.length * mseLoss(yPred, y);
}

/** `X W + b` for one output, with the parameters by name: a linear model for numericalGradient. */
export function linearModel(X: Matrix, { W, b }: Record<string, Matrix>): Matrix {
  const [[offset]] = b;
  return matrixMultiply(X, W).map(([score]) => [score + offset]);
}

/** `sigmoid(X W + b)` for one output, with the parameters by name. */
export function perceptron(X: Matrix, params: Record<string, Matrix>): Matrix {
  return sigmoid(linearModel(X, params));
}

/** The class probabilities of a two-layer perceptron with the parameters by name. */
export function twoLayers(X: Matrix, { W1, b1, W2, b2 }: Record<string, Matrix>): Matrix {
  const [, A2] = forwardMlp(X, W1, b1, W2, b2);
  return A2;
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
