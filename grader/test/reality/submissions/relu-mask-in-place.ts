import type { Matrix } from '../reference/matrix';
export function relu(z: Matrix): Matrix {
  for (let i = 0; i < z.length; i++) {
    for (let j = 0; j < z[i].length; j++) {
      if (z[i][j] <= 0) z[i][j] = 0;
    }
  }
  return z;
}
