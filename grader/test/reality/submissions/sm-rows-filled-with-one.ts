import type { Matrix } from '../reference/matrix';
export function softmax(Z: Matrix): Matrix {
  const out = new Array(Z.length).fill(new Array(Z[0].length).fill(0));
  for (let i = 0; i < Z.length; i++) {
    const max = Math.max(...Z[i]);
    let total = 0;
    for (let j = 0; j < Z[i].length; j++) total += Math.exp(Z[i][j] - max);
    for (let j = 0; j < Z[i].length; j++) out[i][j] = Math.exp(Z[i][j] - max) / total;
  }
  return out;
}
