import type { Matrix } from '../reference/matrix';
export function softmax(Z: Matrix): Matrix {
  const out: Matrix = Z.map(r => [...r]);
  for (let j = 0; j < Z[0].length; j++) {
    let max = -Infinity;
    for (let i = 0; i < Z.length; i++) max = Math.max(max, Z[i][j]);
    let sum = 0;
    for (let i = 0; i < Z.length; i++) sum += Math.exp(Z[i][j] - max);
    for (let i = 0; i < Z.length; i++) out[i][j] = Math.exp(Z[i][j] - max) / sum;
  }
  return out;
}
