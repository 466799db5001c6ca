import type { Matrix } from '../reference/matrix';
export function sigmoid(Z: Matrix): Matrix {
  const out = Z.map((r) => r.map(() => 0));
  for (let i = 0; i < Z.length; i++)
    for (let j = 0; j < Z[0].length; j++) out[i][j] = 1 / (1 + Math.exp(-Z[i][i]));
  return out;
}
