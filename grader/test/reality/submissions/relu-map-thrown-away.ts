import type { Matrix } from '../reference/matrix';
export function relu(Z: Matrix): Matrix {
  Z.map((row) => row.map((z) => Math.max(0, z)));
  return Z;
}
