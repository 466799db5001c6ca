import type { Matrix } from '../reference/matrix';
export function softmax(Z: Matrix): any {
  const result: number[] = [];
  for (let i = 0; i < Z.length; i++) {
    const m = Math.max(...Z[i]);
    let s = 0;
    for (let j = 0; j < Z[i].length; j++) s += Math.exp(Z[i][j] - m);
    for (let j = 0; j < Z[i].length; j++) result.push(Math.exp(Z[i][j] - m) / s);
  }
  return result;
}
