import type { Matrix } from '../reference/matrix';
export function sigmoid(Z: Matrix): Matrix {
  return Z.map((row) => row.map((x) => Math.round(1 / (1 + Math.exp(-x)))));
}
