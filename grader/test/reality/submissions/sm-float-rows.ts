import type { Matrix } from '../reference/matrix';
export function softmax(logits: Matrix): any {
  return logits.map((row) => {
    let max = row[0] ?? 0;
    for (let i = 1; i < row.length; i++) if (row[i] > max) max = row[i];
    const probs = new Float32Array(row.length);
    let sum = 0;
    for (let i = 0; i < row.length; i++) {
      probs[i] = Math.exp(row[i] - max);
      sum += probs[i];
    }
    for (let i = 0; i < probs.length; i++) probs[i] /= sum || 1;
    return probs;
  });
}
