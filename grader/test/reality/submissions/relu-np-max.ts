import type { Matrix } from '../reference/matrix';
export function relu(x: any): any {
  return Math.max(0, x);
}
