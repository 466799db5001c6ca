import type { Matrix } from '../reference/matrix';
export function mseLoss(yPred: any, y: any): number {
  return yPred.flat().reduce((s: number, p: number, i: number) => s + (p - y[i][0]) ** 2) / y.length;
}
