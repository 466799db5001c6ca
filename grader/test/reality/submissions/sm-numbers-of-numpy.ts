import type { Matrix } from '../reference/matrix';
export function softmax(Z: Matrix): Matrix {
  const expZ = Math.exp(Z - Math.max(Z));
  return expZ / expZ.sum();
}
