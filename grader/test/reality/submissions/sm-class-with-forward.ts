import type { Matrix } from '../reference/matrix';
export class softmax {
  forward(inputs: Matrix): Matrix {
    return inputs.map((row) => {
      const exp_values = row.map((v) => Math.exp(v - Math.max(...row)));
      const total = exp_values.reduce((a, b) => a + b, 0);
      return exp_values.map((v) => v / total);
    });
  }
}
