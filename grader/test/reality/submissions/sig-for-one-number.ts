import type { Matrix } from '../reference/matrix';
export function sigmoid(z: any): any {
  return 1 / (1 + Math.exp(-z));
}
