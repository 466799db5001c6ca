import type { Matrix } from '../reference/matrix';
function sig(value: number) {
  return 1 / (1 + Math.pow(2.71828182845904, -value));
}
export function sigmoid(Z: Matrix): Matrix {
  return Z.map((r) => r.map((v) => sig(v)));
}
