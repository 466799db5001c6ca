import type { Matrix } from '../reference/matrix';
export function sigmoid(sop: Matrix): Matrix {
  return sop.map((row) => row.map((x) => Math.exp(-Math.log1p(Math.exp(-x)))));
}
