import type { Matrix } from './matrix';

/**
 * Rectified linear unit, `max(0, z)` for every entry.
 *
 * @param Z any shape
 * @returns a new matrix of the shape of `Z`
 */
export function relu(Z: Matrix): Matrix {
  return Z.map((row) => row.map((z) => Math.max(0, z)));
}
