import { wrap } from '../reporters/text/layout';
import type { Style } from '../reporters/text/style';
import { simulatedNetwork } from './blogExample';
import { histogramLines } from './histogramLines';
import type { LearnersFunctions } from './learner';

/** The chapter's exercise 3 beside its exercise 4: what the size of the initial weights does to softmax. */

const SAMPLES = 100;

/** The largest probability of each sample. */
export interface InitialWeights {
  readonly small: readonly number[];
  readonly large: readonly number[];
}

/** The largest probabilities of 100 samples under small and under large weights. */
export async function compareWeights(functions: LearnersFunctions): Promise<InitialWeights> {
  const largest = async (weightScale: number) => {
    const [, A2] = await functions.forwardMlp(...simulatedNetwork('initial-weights', SAMPLES, 128, weightScale));
    return A2.map((row) => Math.max(...row));
  };
  return { small: await largest(0.01), large: await largest(1) };
}

export function initialWeightsText({ small, large }: InitialWeights, style: Style): string {
  const columns = [
    { title: 'weights x 0.01', values: small },
    { title: 'weights x 1.0', values: large },
  ];
  return [
    style.bold(`The largest probability of each of ${SAMPLES} samples, 784 -> 128 -> 10, untrained`),
    ...histogramLines(columns, style),
    style.dim(
      wrap('Small weights leave the network undecided; large ones make it certain, for no reason.', style.width),
    ),
  ].join('\n');
}
