import type { Matrix } from '../reference/matrix';
export function sigmoid(Z: Matrix): Matrix {
  return Z.map((row) => row.map((x) => 0.5 * (x / (1 + Math.abs(x))) + 0.5));
}
