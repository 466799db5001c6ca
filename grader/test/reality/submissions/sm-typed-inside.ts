import type { Matrix } from '../reference/matrix';
function softmaxRow(logits: Float64Array): number[] {
  let max = -Infinity;
  for (let i = 0; i < logits.length; i++) max = logits[i] > max ? logits[i] : max;
  const probs = new Float64Array(logits.length);
  let sum = 0;
  for (let i = 0; i < logits.length; i++) {
    probs[i] = Math.exp(logits[i] - max);
    sum += probs[i];
  }
  return Array.from(probs, (p) => p / sum);
}
export function softmax(Z: Matrix): Matrix {
  return Z.map((row) => softmaxRow(Float64Array.from(row)));
}
