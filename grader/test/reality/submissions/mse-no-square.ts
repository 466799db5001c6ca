import type { Matrix } from '../reference/matrix';
export function mseLoss(yPred: Matrix, y: Matrix): number {
  let s = 0;
  for (let i = 0; i < y.length; i++) s += yPred[i][0] - y[i][0];
  return s / y.length;
}
