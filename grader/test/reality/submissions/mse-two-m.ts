import type { Matrix } from '../reference/matrix';
export function mseLoss(predictions: Matrix, y: Matrix): number {
  const m = y.length;
  const cost = (1 / (2 * m)) * predictions.reduce((s, p, i) => s + (p[0] - y[i][0]) ** 2, 0);
  return cost;
}
