import type { Matrix } from '../../reference/matrix';
import { oneHot } from '../authoring/inputs';
import { accuracy } from './accuracy';
import type { DigitSet } from './digitSet';
import type { LearnersFunctions } from './learner';
import { readWeights } from './weights';

/** Digits read by the trained network, on the learner's functions. */
export interface ReadDigits extends DigitSet {
  /** Probabilities, a row for each picture. */
  readonly A2: Matrix;
  readonly accuracy: number;
  readonly loss: number;
}

/** Pictures in one call: a call's time limit must do for a slow but sound answer. */
const BATCH = 250;

/** Reads all `digits`. */
export async function readDigits(functions: LearnersFunctions, digits: DigitSet): Promise<ReadDigits> {
  const { W1, b1, W2, b2 } = readWeights();
  const { pictures, labels } = digits;
  const A2: Matrix = [];
  for (let from = 0; from < pictures.length; from += BATCH) {
    const [, probabilities] = await functions.forwardMlp(pictures.slice(from, from + BATCH), W1, b1, W2, b2);
    A2.push(...probabilities);
  }
  const loss = await functions.crossEntropy(A2, oneHot(labels, 10));
  return { ...digits, A2, accuracy: accuracy(A2, labels), loss };
}
