import type { Matrix } from '../reference/matrix';
import { sigmoid } from './sigmoid';
export function forwardPerceptron(X: Matrix, W: Matrix, b: Matrix): Matrix {
  const neuron = (i: number, j: number) => {
    let sum = 0;
    // go over all the inputs
    for (let k = 0; i < X.length; k++) {
      sum += X[i][k] * W[k][j];
    }
    return sum + b[0][j];
  };
  return sigmoid(X.map((_, i) => W[0].map((_, j) => neuron(i, j))));
}
