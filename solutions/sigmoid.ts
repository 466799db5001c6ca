import { exp, map } from 'mathjs';
import type { Matrix } from '../reference/matrix';

/**
 * NumPy: `1 / (1 + np.exp(-Z))`.
 *
 * Far below 0 `exp(-z)` overflows to Infinity, and 1 / Infinity is 0, as it should be.
 */
export function sigmoid(Z: Matrix): Matrix {
  return map(Z, (z) => 1 / (1 + exp(-z)));
}
