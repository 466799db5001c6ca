import type { Matrix } from '../reference/matrix';
export function matrixMultiply(a: Matrix, b: Matrix): Matrix {
  if (a[0].length !== b[0].length) {
    console.error('Matrix dimensions incompatible for multiplication.');
    return [[]];
  }
  const result = Array(a.length).fill(0).map(() => Array(b[0].length).fill(0));
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j < b[0].length; j++)
      for (let k = 0; k < b.length; k++) result[i][j] += a[i][k] * b[k][j];
  return result;
}
