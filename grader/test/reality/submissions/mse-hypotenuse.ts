import type { Matrix } from '../reference/matrix';
export function mseLoss(yPred: Matrix, y: Matrix): number {
  const d = yPred.map((r, i) => r[0] - y[i][0]);
  return Math.hypot(...d) ** 2 / d.length;
}
