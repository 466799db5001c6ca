import type { Matrix } from '../reference/matrix';
export const matrixMultiply = (X: Matrix, W: Matrix): Matrix => X.map((row, i) => row.map((x, j) => x * W[i]?.[j]));
