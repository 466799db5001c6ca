import { map, mean, subtract } from 'mathjs';
import type { Matrix } from '../reference/matrix';

/** NumPy: `np.mean((y_pred - y) ** 2)`. */
export function mseLoss(yPred: Matrix, y: Matrix): number {
  const errors = subtract(yPred, y);
  return mean(map(errors.flat(), (error) => error ** 2));
}
