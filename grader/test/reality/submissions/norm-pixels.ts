import type { Matrix } from '../reference/matrix';
export function normalize(X: Matrix): Matrix {
  return X.map((row) => row.map((x) => x / 255));
}
