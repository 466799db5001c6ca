import { type Matrix, shapeOf } from '../../reference/matrix';
import { oneHot, random, scale, zeros } from '../authoring/inputs';
import { indent, wrap } from '../reporters/text/layout';
import type { Style } from '../reporters/text/style';
import { valueLines } from '../reporters/text/valueLines';
import { formatShape } from '../text/formatNumber';
import type { LearnersFunctions } from './learner';

/** The chapter's worked example: 4 samples through an untrained network, 784 -> 256 -> 10. */

const DIGITS = [3, 7, 1, 9];
/** The loss of four samples scatters: of the seeds tried, this one comes as near to ln 10 as the chapter does. */
const SEED = 'd';

export interface WorkedExample {
  readonly A1: Matrix;
  readonly A2: Matrix;
  readonly y: Matrix;
  readonly loss: number;
}

/** Standard normal inputs and weights, the weights times `weightScale`; zero biases. */
export function simulatedNetwork(seed: string, n: number, hidden: number, weightScale: number) {
  const { randn } = random(`demo/${seed}`);
  return [
    randn(n, 784),
    scale(randn(784, hidden), weightScale),
    zeros(1, hidden),
    scale(randn(hidden, 10), weightScale),
    zeros(1, 10),
  ] as const;
}

/** Works the example out with the learner's functions. */
export async function workExample(functions: LearnersFunctions): Promise<WorkedExample> {
  const [A1, A2] = await functions.forwardMlp(...simulatedNetwork(SEED, 4, 256, 0.01));
  const y = oneHot(DIGITS, 10);
  return { A1, A2, y, loss: await functions.crossEntropy(A2, y) };
}

/** What the chapter prints of it. */
export function workedExampleText({ A1, A2, y, loss }: WorkedExample, style: Style): string {
  const firstThree = (A: Matrix) =>
    indent(
      valueLines(
        A.map((row) => row.slice(0, 3)),
        style.width,
      ).join('\n'),
      '    ',
    );
  const sums = A2.map((row) => row.reduce((sum, probability) => sum + probability, 0).toFixed(4));
  return [
    style.bold('The worked example: 4 samples, 784 -> 256 -> 10, untrained'),
    `Shape of A1: ${formatShape(shapeOf(A1))}`,
    `Shape of A2: ${formatShape(shapeOf(A2))}`,
    'First three columns of A2:',
    firstThree(A2),
    `Sums of the rows of A2: [${sums.join(' ')}]`,
    `First three columns of y, one-hot for the digits ${DIGITS.join(', ')}:`,
    firstThree(y),
    `Loss: ${loss.toFixed(4)}`,
    style.dim(wrap('For comparison: ln 10 = 2.3026 is the loss of a network that guesses.', style.width)),
  ].join('\n');
}
