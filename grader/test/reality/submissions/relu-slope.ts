import type { Matrix } from '../reference/matrix';
export function relu(z: Matrix): Matrix {
  return z.map((r) => r.map((v) => (v > 0 ? 1 : 0)));
}
