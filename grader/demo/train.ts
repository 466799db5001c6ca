import { forwardMlp } from '../../reference/forwardMlp';
import type { Matrix } from '../../reference/matrix';
import { matrix, oneHot, random, zeros } from '../authoring/inputs';
import { formatPercent } from '../text/formatNumber';
import { accuracy } from './accuracy';
import { drawnDigits, HELD_OUT_SEED } from './digitSet';
import { type Network, readWeights, writeWeights } from './weights';

/**
 * `npm run train-demo`: trains the network that reads digits in `npm run demo`, and writes `trained.json`.
 *
 * Mini-batch gradient descent with momentum on digits that are drawn afresh for each epoch; the gradients are the
 * chapter's next step (part 3.4), so read on when you have written the forward pass. The same seed gives the same
 * weights, up to the last digits of this machine's `exp`.
 */

const HIDDEN = 32;
const CLASSES = 10;
const EPOCHS = 12;
const DIGITS_PER_EPOCH = 5000;
const BATCH = 50;
const MOMENTUM = 0.9;
/** At the start; it falls to zero in a straight line. */
const LEARNING_RATE = 0.05;
/** Keeps weights small, so that 8 bits do them justice and unseen digits are read better. */
const WEIGHT_DECAY = 5e-4;

type Name = keyof Network;

/** Weights as He et al. (2015) draw them for relu: variance 2 / inputs. */
function untrained(features: number): Network {
  const { randn } = random('train/weights');
  const layer = (inputs: number, outputs: number) =>
    randn(inputs, outputs).map((row) => row.map((w) => w * Math.sqrt(2 / inputs)));
  return {
    W1: layer(features, HIDDEN),
    b1: zeros(1, HIDDEN),
    W2: layer(HIDDEN, CLASSES),
    b2: zeros(1, CLASSES),
  };
}

/** Gradients of the mean cross-entropy of a batch. */
function gradients({ W1, b1, W2, b2 }: Network, X: Matrix, y: Matrix): Network {
  const [A1, A2] = forwardMlp(X, W1, b1, W2, b2);
  const error2 = A2.map((row, i) => row.map((probability, j) => (probability - y[i][j]) / X.length));
  const error1 = A1.map((row, i) =>
    row.map((activation, k) => (activation > 0 ? W2[k].reduce((sum, w, j) => sum + error2[i][j] * w, 0) : 0)),
  );
  return { W1: outer(X, error1), b1: columnSums(error1), W2: outer(A1, error2), b2: columnSums(error2) };
}

/** `A` transposed times `B`. */
function outer(A: Matrix, B: Matrix): Matrix {
  const result = zeros(A[0].length, B[0].length);
  A.forEach((row, n) => {
    row.forEach((a, i) => {
      // Most pixels are paper.
      if (a === 0) return;
      const target = result[i];
      for (let j = 0; j < target.length; j++) target[j] += a * B[n][j];
    });
  });
  return result;
}

function columnSums(A: Matrix): Matrix {
  return matrix(1, A[0].length, (_, j) => A.reduce((sum, row) => sum + row[j], 0));
}

/** Moves the weights along `velocity`, in place. */
function step(network: Network, velocity: Network, gradient: Network, rate: number): void {
  for (const name of ['W1', 'b1', 'W2', 'b2'] satisfies Name[]) {
    network[name].forEach((row, i) => {
      for (let j = 0; j < row.length; j++) {
        const slope = gradient[name][i][j] + WEIGHT_DECAY * row[j];
        velocity[name][i][j] = MOMENTUM * velocity[name][i][j] - rate * slope;
        row[j] += velocity[name][i][j];
      }
    });
  }
}

function train(): Network {
  const features = drawnDigits('shape', 1).pictures[0].length;
  const network = untrained(features);
  const velocity: Network = {
    W1: zeros(features, HIDDEN),
    b1: zeros(1, HIDDEN),
    W2: zeros(HIDDEN, CLASSES),
    b2: zeros(1, CLASSES),
  };
  const batches = DIGITS_PER_EPOCH / BATCH;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const { pictures, labels } = drawnDigits(`train/${epoch}`, DIGITS_PER_EPOCH);
    for (let batch = 0; batch < batches; batch++) {
      const [from, to] = [batch * BATCH, (batch + 1) * BATCH];
      const y = oneHot(labels.slice(from, to), CLASSES);
      const done = (epoch * batches + batch) / (EPOCHS * batches);
      step(network, velocity, gradients(network, pictures.slice(from, to), y), LEARNING_RATE * (1 - done));
    }
    console.log(`epoch ${epoch + 1}/${EPOCHS}: ${percent(network)} of held-out digits read`);
  }
  return network;
}

const heldOut = drawnDigits(HELD_OUT_SEED, 2000);

function percent({ W1, b1, W2, b2 }: Network): string {
  const [, A2] = forwardMlp([...heldOut.pictures], W1, b1, W2, b2);
  return formatPercent(accuracy(A2, heldOut.labels), 1);
}

writeWeights(train());
console.log(`rounded to 8 bits: ${percent(readWeights())} of held-out digits read`);
