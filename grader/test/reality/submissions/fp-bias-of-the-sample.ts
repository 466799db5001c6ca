import type { Matrix } from '../reference/matrix';
import { sigmoid } from './sigmoid';
export function forwardPerceptron(X: Matrix, W: Matrix, b: Matrix): Matrix {
  const out: Matrix = [];
  for (let i = 0; i < X.length; i++) {
    out[i] = [];
    for (let j = 0; j < W[0].length; j++) {
      let sum = 0;
      for (let k = 0; k < W.length; k++) sum += X[i][k] * W[k][j];
      sum += b[i][0];
      out[i].push(sum);
    }
  }
  return sigmoid(out);
}
