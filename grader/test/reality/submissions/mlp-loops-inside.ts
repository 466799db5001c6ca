import type { Matrix } from '../reference/matrix';
export function forwardMlp(X: Matrix, W1: Matrix, b1: Matrix, W2: Matrix, b2: Matrix): [Matrix, Matrix] {
  const A1: Matrix = [];
  const A2: Matrix = [];
  for (const x of X) {
    const hidden = b1[0].map((b, j) => Math.max(0, x.reduce((s, v, k) => s + v * W1[k][j], b)));
    const scores = b2[0].map((b, j) => hidden.reduce((s, v, k) => s + v * W2[k][j], b));
    const top = Math.max(...scores);
    const e = scores.map((z) => Math.exp(z - top));
    const total = e.reduce((p, q) => p + q);
    A1.push(hidden);
    A2.push(e.map((v) => v / total));
  }
  return [A1, A2];
}
