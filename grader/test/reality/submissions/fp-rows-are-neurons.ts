import type { Matrix } from '../reference/matrix';
import { sigmoid } from './sigmoid';
export function forwardPerceptron(X: Matrix, W: Matrix, b: Matrix): Matrix {
  const Z = X.map((x) => {
    const out: number[] = [];
    for (let i = 0; i < W.length; i++) {
      let neuron = b[0][i];
      for (let j = 0; j < W[i].length; j++) neuron += W[i][j] * x[j];
      out.push(neuron);
    }
    return out;
  });
  return sigmoid(Z);
}
