import type { Matrix } from '../reference/matrix';
export function sigmoid(x: Matrix): Matrix {
  return x.map((r) => r.map((v) => 1 / (1 + Math.exp(v))));
}
