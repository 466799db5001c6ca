import type { Matrix } from '../reference/matrix';
export function sigmoid(y: Matrix): Matrix {
  return y.map((row) => row.map((v) => v * (1 - v)));
}
