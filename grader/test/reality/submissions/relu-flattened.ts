import type { Matrix } from '../reference/matrix';
export function relu(Z: Matrix): any {
  return Z.flat().map((z) => (z > 0 ? z : 0));
}
