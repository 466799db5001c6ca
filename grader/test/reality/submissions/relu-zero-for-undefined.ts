import type { Matrix } from '../reference/matrix';
export function relu(Z: Matrix): Matrix {
  return Z.filter((row) => row.every((z) => z >= 0));
}
