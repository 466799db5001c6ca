import type { Matrix } from '../reference/matrix';
import { relu } from './relu';
import { softmax } from './softmax';
class Layer {
  constructor(private weights: Matrix, private bias: Matrix, private activation: (Z: Matrix) => Matrix) {}
  forward(inputs: Matrix): Matrix {
    const cols = this.weights[0].map((_, j) => this.weights.map((w) => w[j]));
    return this.activation(inputs.map((x) => cols.map((c, j) => c.reduce((s, w, k) => s + w * x[k], 0) + this.bias[0][j])));
  }
}
export function forwardMlp(X: Matrix, W1: Matrix, b1: Matrix, W2: Matrix, b2: Matrix): [Matrix, Matrix] {
  const hidden = new Layer(W1, b1, relu);
  const output = new Layer(W2, b2, softmax);
  const A1 = hidden.forward(X);
  return [A1, output.forward(A1)];
}
