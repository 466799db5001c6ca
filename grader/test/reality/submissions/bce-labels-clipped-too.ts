import type { Matrix } from '../reference/matrix';
const clip = (x: number) => Math.min(Math.max(x, 1e-10), 1.0 - 1e-10);
export function binaryCrossEntropy(predictions: Matrix, targets: Matrix): number {
  const terms = predictions.map((row, i) => {
    const p = clip(row[0]);
    const t = clip(targets[i][0]);
    return t * Math.log(p) + (1 - t) * Math.log(1 - p);
  });
  return -(terms.reduce((a, b) => a + b, 0) / terms.length);
}
