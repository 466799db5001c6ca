import type { Matrix } from './matrix';

/**
 * Softmax of every row: `exp(z_j - m) / sum_k exp(z_k - m)` with `m` the row's maximum, which leaves
 * the result unchanged and keeps `exp` from overflowing (Goodfellow, Bengio, Courville: Deep Learning, 4.1).
 *
 * @param Z (n, classes), classes >= 1
 * @returns (n, classes); every row is non-negative and sums to 1
 */
export function softmax(Z: Matrix): Matrix {
  return Z.map((row) => {
    let maximum = -Infinity;
    for (const z of row) if (z > maximum) maximum = z;
    const powers = row.map((z) => Math.exp(z - maximum));
    let sum = 0;
    for (const power of powers) sum += power;
    return powers.map((power) => power / sum);
  });
}
