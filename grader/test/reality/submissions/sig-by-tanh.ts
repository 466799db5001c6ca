import type { Matrix } from '../reference/matrix';
export function sigmoid(Z: Matrix): Matrix {
  return Z.map((row) => row.map((x) => Math.tanh(x * 0.5) * 0.5 + 0.5));
}
