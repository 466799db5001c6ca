import type { Matrix } from '../reference/matrix';
export function relu(Z: Matrix): Matrix {
  for (const row of Z) {
    for (let z of row) {
      if (z < 0) z = 0;
    }
  }
  return Z;
}
