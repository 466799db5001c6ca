import type { Matrix } from '../reference/matrix';
import { softmax } from './softmax';
export function crossEntropy(input: Matrix, target: Matrix): number {
  const probs = softmax(input);
  const epsilon = 1e-7;
  const logProbs = probs.map((r) => r.map((p) => Math.log(p + epsilon)));
  const nll = logProbs.map((r, i) => -r.reduce((s, l, j) => s + target[i][j] * l, 0));
  return nll.reduce((a, b) => a + b, 0) / nll.length;
}
