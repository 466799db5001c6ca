import type { Matrix } from '../reference/matrix';
export function relu(Z: Matrix): Matrix {
  const out: Matrix = [];
  for (let i = 0; i < Z.length; i++) {
    out[i] = [];
    for (let j = 0; j < Z.length; j++) {
      out[i][j] = Math.max(0, Z[i][j]);
    }
  }
  return out;
}
