import { dotMultiply, log, map, mean, sum } from 'mathjs';
import type { Matrix } from '../reference/matrix';

const EPSILON = 1e-15;

/** NumPy: `-np.mean(np.sum(y * np.log(A + 1e-15), axis=1))`. */
export function crossEntropy(A: Matrix, y: Matrix): number {
  const logA = map(A, (a) => log(a + EPSILON));
  const perSample = dotMultiply(y, logA).map((row) => sum(row));
  return -mean(perSample);
}
