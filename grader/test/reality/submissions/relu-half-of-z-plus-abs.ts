import type { Matrix } from '../reference/matrix';
export function relu(x: Matrix): Matrix {
  return x.map((row) => row.map((v) => (Math.abs(v) + v) / 2));
}
