import type { Matrix } from '../reference/matrix';
export function relu(Z: Matrix): Matrix {
  const A = [...Z];
  for (let i = 0; i < Z.length; i++)
    for (let j = 0; j < Z.length; j++)
      if (A[i][j] < 0) A[i][j] = 0;
  return A;
}
