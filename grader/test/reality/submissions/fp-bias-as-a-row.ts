import type { Matrix } from '../reference/matrix';
export const forwardPerceptron = (X: Matrix, W: Matrix, b: any): any =>
  X.map((x) => W[0].map((_, j) => {
    const z: any = x.reduce((s, v, k) => s + v * W[k][j], 0) + b;
    return 1 / (1 + Math.exp(-z));
  }));
