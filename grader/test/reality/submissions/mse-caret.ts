import type { Matrix } from '../reference/matrix';
export const mseLoss = (yPred: Matrix, y: Matrix): number =>
  yPred.reduce((sum, row, i) => sum + ((row[0] - y[i][0]) ^ 2), 0) / y.length;
