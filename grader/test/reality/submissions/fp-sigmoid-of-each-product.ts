import type { Matrix } from '../reference/matrix';
export function forwardPerceptron(X: Matrix, W: Matrix, b: Matrix): Matrix {
  const sig = (z: number) => 1 / (1 + Math.exp(-z));
  return X.map((row) =>
    W[0].map((_, j) => {
      let s = b[0][j];
      row.forEach((x, k) => { s += sig(x * W[k][j]); });
      return s;
    }),
  );
}
