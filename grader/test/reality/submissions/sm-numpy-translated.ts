import type { Matrix } from '../reference/matrix';
declare const np: any;
export function softmax(x: Matrix): Matrix {
  const ex = np.exp(x - np.max(x));
  return ex / ex.sum(1);
}
