import type { Matrix } from '../reference/matrix';
export function relu(Z: Matrix) {
  const A = JSON.parse(JSON.stringify(Z));
  for (var i = 0; i < A.length; i++) for (var j = 0; j < A[i].length; j++) if (A[i][j] < 0) A[i][j] = 0;
  return A;
}
