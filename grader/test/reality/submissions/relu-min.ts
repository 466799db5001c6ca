import type { Matrix } from '../reference/matrix';
export function relu(Z: Matrix): Matrix {
  return Z.map((row) => row.map((z) => Math.min(0, z)));
}
