import { exp, map, max, sum } from 'mathjs';
import type { Matrix } from '../reference/matrix';

/**
 * NumPy: `exp_Z = np.exp(Z - Z.max(axis=1, keepdims=True)); exp_Z / exp_Z.sum(axis=1, keepdims=True)`.
 *
 * Subtracting a row's maximum divides numerator and denominator by the same number, so the
 * probabilities stay the same, and the largest exponent is 0: `exp` cannot overflow.
 */
export function softmax(Z: Matrix): Matrix {
  return Z.map((row) => {
    const maximum = max(row);
    const powers = map(row, (z) => exp(z - maximum));
    const total = sum(powers);
    return map(powers, (power) => power / total);
  });
}
