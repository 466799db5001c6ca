import type { Matrix } from '../reference/matrix';
export function relu(Z: Matrix): any {
  const text = JSON.stringify(Z);
  return text.replace(/-[\d.]+(e-?\d+)?/g, '0');
}
