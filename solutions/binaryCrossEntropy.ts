import { add, dotMultiply, log, map, mean } from 'mathjs';
import type { Matrix } from '../reference/matrix';

const EPSILON = 1e-15;

/** NumPy: `-np.mean(y * np.log(A + 1e-15) + (1 - y) * np.log(1 - A + 1e-15))`. */
export function binaryCrossEntropy(A: Matrix, y: Matrix): number {
  const logYes = map(A, (a) => log(a + EPSILON));
  const logNo = map(A, (a) => log(1 - a + EPSILON));
  const no = map(y, (label) => 1 - label);
  const terms = add(dotMultiply(y, logYes), dotMultiply(no, logNo));
  return -mean(terms.flat());
}
