import type { Matrix } from '../reference/matrix';
import * as math from 'mathjs';
export function softmax(Z: Matrix): Matrix {
  const exps = math.map(math.subtract(Z, math.max(Z, 1)), (z) => math.exp(z));
  return math.divide(exps, math.sum(exps, 1));
}
