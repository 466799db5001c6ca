import type { Matrix } from '../reference/matrix';
const identity = () => [[1, 0, 0], [0, 1, 0], [0, 0, 1]];
export function matrixMultiply(m1: Matrix, m2: Matrix): Matrix {
  const result = identity();
  for (let x = 0; x < 3; x++) {
    for (let y = 0; y < 3; y++) {
      let sum = 0;
      for (let z = 0; z < 3; z++) {
        sum += m1[x][z] * m2[z][y];
      }
      result[x][y] = sum;
    }
  }
  return result;
}
