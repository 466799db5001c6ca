import type { Matrix } from '../reference/matrix';
export function softmax(logits: Matrix): Matrix {
  return logits.map((row) => {
    const shifted = row.map((v) => v - Math.max(...row));
    const logSumExp = Math.log(shifted.reduce((s, v) => s + Math.exp(v), 0));
    return shifted.map((v) => v - logSumExp);
  });
}
