import type { Matrix } from '../reference/matrix';
function Activation(input: number) {
  return 1 / (1 + Math.E ** (-1 * input));
}
export function forwardPerceptron(X: Matrix, W: Matrix, b: Matrix): Matrix {
  var outputs: Matrix = [];
  for (var i in X) {
    var out: number[] = [];
    for (var unit in b[0]) {
      var neuron = b[0][unit];
      for (var j in W) neuron += X[i][j] * W[j][unit];
      out.push(Activation(neuron));
    }
    outputs.push(out);
  }
  return outputs;
}
