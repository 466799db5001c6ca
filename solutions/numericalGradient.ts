import { clone } from 'mathjs';
import type { Matrix } from '../reference/matrix';

/** NumPy: the same loop, with `np.ndindex(values.shape)` for the positions and `values[at]` for an entry. */
export function numericalGradient(
  X: Matrix,
  y: Matrix,
  params: Record<string, Matrix>,
  lossFn: (A: Matrix, y: Matrix) => number,
  forwardFn: (X: Matrix, params: Record<string, Matrix>) => Matrix,
  h = 1e-4,
): Record<string, Matrix> {
  const moved = clone(params);
  const gradients: Record<string, Matrix> = {};
  for (const [name, values] of Object.entries(params)) {
    const lossAt = (i: number, j: number, entry: number) => {
      moved[name][i][j] = entry;
      const loss = lossFn(forwardFn(X, moved), y);
      moved[name][i][j] = values[i][j];
      return loss;
    };
    gradients[name] = values.map((row, i) =>
      row.map((entry, j) => (lossAt(i, j, entry + h) - lossAt(i, j, entry - h)) / (2 * h)),
    );
  }
  return gradients;
}
