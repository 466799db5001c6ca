import { map, max, mean, min, std, transpose } from 'mathjs';
import type { Matrix } from '../reference/matrix';

/**
 * NumPy: `spread = X.std(axis=0); spread[X.max(axis=0) == X.min(axis=0)] = 1; (X - X.mean(axis=0)) / spread`.
 *
 * A column without spread is divided by 1, so it is only centred. `spread == 0` nearly finds such columns, but the
 * mean of 0.1, 0.1, 0.1 is 0.10000000000000002: rounding leaves a deviation where there is none.
 */
export function normalize(X: Matrix): Matrix {
  const columns = transpose(X).map((column) => {
    const centre = mean(column);
    const spread = max(column) === min(column) ? 1 : Number(std(column, 'uncorrected'));
    return map(column, (x) => (x - centre) / spread);
  });
  return transpose(columns);
}
