import { map, max } from 'mathjs';
import type { Matrix } from '../reference/matrix';

/** NumPy: `np.maximum(0, Z)`. */
export function relu(Z: Matrix): Matrix {
  return map(Z, (z) => max(0, z));
}
