import type { Matrix } from '../reference/matrix';
export function mseLoss(yPred: Matrix, y: Matrix): number {
  return yPred.reduce((s, row, i) => s + Math.abs(row[0] - y[i][0]), 0) / yPred.length;
}
