import type { Matrix } from '../reference/matrix';
import { mean, std, transpose } from 'mathjs';
export function normalize(X: Matrix): Matrix {
  const columns = transpose(X).map((c) => {
    const s = Number(std(c)) || 1;
    return c.map((x) => (x - mean(c)) / s);
  });
  return transpose(columns);
}
