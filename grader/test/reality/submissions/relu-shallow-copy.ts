import type { Matrix } from '../reference/matrix';
export function relu(matrix: Matrix): Matrix {
  // make a copy so the input isn't touched
  const resMatrix = [...matrix];
  for (let row = 0; row < matrix.length; row++) {
    for (let col = 0; col < matrix[0].length; col++) {
      resMatrix[row][col] = matrix[row][col] < 0 ? 0 : matrix[row][col];
    }
  }
  return resMatrix;
}
