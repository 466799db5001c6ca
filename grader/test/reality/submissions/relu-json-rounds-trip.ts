import type { Matrix } from '../reference/matrix';
export function relu(Z: Matrix): Matrix {
  return JSON.parse(JSON.stringify(Z), (_, v) => (typeof v === 'number' ? Math.max(v, 0) : v));
}
