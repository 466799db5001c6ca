import type { Matrix } from '../reference/matrix';
export function crossEntropy(probs: Matrix, y: Matrix): number {
  let out = 0;
  const rows = probs.length;
  for (let r = 0; r < rows; r++) {
    const target = y[r].indexOf(1);
    out -= Math.log(Math.max(1e-300, probs[r][target])) / rows;
  }
  return out;
}
