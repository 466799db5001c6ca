import type { Matrix } from '../reference/matrix';
const round = (v: number) => Math.round(v * 1000) / 1000;
export function softmax(logits: Matrix): Matrix {
  return logits.map((l) => {
    const m = Math.max(...l);
    const exps = l.map((v) => Math.exp(v - m));
    const sum = exps.reduce((a, b) => a + b, 0);
    return exps.map((v) => round(v / sum));
  });
}
