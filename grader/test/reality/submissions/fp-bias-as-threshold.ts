import type { Matrix } from '../reference/matrix';
export function forwardPerceptron(X: Matrix, W: Matrix, b: Matrix): Matrix {
  const stepFunction = (value: number, threshold: number) => (value >= threshold ? 1 : 0);
  return X.map((x) => {
    const outputs = W[0].map((_, j) => x.reduce((sum, input, i) => sum + input * W[i][j], 0));
    return outputs.map((output, j) => stepFunction(output, b[0][j]));
  });
}
