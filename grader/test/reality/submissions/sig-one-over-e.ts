import type { Matrix } from '../reference/matrix';
export function sigmoid(Z: Matrix): Matrix {
  return Z.map((r) => r.map((z) => 1 / (1 + Math.E - z)));
}
