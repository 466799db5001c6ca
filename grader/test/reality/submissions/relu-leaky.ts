import type { Matrix } from '../reference/matrix';
export function relu(Z: Matrix): Matrix {
  return Z.map((row) => row.map((z) => (z > 0 ? z : 0.01 * z)));
}
