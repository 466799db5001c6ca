import type { Matrix } from '../reference/matrix';
import { sigmoid } from './sigmoid';
export function forwardPerceptron(X: Matrix, W: Matrix, b: Matrix): Matrix {
  const WT = W[0].map((_, j) => W.map((r) => r[j]));
  return sigmoid(X.map((x) => WT.map((w) => w.reduce((s, wk, k) => s + wk * x[k], b[0][0]))));
}
