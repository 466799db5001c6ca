import type { Matrix } from '../reference/matrix';
const k = 10;
export function sigmoid(x: Matrix): Matrix {
  return x.map((row) => row.map((v) => 1 / (1 + Math.exp(-v / k))));
}
