import type { Matrix } from '../reference/matrix';
export function softmax(Z: Matrix): Matrix {
  const exps = Z.map(row => row.map(Math.exp));
  let sum = 0;
  for (const row of exps) for (const e of row) sum += e;
  return exps.map(row => row.map(e => e / sum));
}
