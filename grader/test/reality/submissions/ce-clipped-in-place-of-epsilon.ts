import type { Matrix } from '../reference/matrix';
export function crossEntropy(A: Matrix, y: Matrix): number {
  const clip = (a: number) => Math.min(Math.max(a, 1e-12), 1);
  return -A.reduce((s, row, i) => s + Math.log(clip(row[y[i].indexOf(1)])), 0) / A.length;
}
