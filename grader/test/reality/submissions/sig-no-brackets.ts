import type { Matrix } from '../reference/matrix';
export function sigmoid(Z: Matrix): Matrix {
  return Z.map(function (row) {
    return row.map(function (x) { return 1 / 1 + Math.exp(-x); });
  });
}
