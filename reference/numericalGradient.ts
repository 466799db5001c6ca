import type { Matrix } from './matrix';

/**
 * The gradient of `lossFn(forwardFn(X, params), y)` by central differences, `(f(p + h) - f(p - h)) / 2h`, in every
 * entry of every parameter. The parameters are never changed: each try gets a copy.
 *
 * @param X (n, features)
 * @param y a row per sample
 * @returns by parameter, a matrix of its shape
 */
export function numericalGradient(
  X: Matrix,
  y: Matrix,
  params: Record<string, Matrix>,
  lossFn: (A: Matrix, y: Matrix) => number,
  forwardFn: (X: Matrix, params: Record<string, Matrix>) => Matrix,
  h = 1e-4,
): Record<string, Matrix> {
  function lossWith(name: string, i: number, j: number, entry: number): number {
    const changed = params[name].map((row) => [...row]);
    changed[i][j] = entry;
    return lossFn(forwardFn(X, { ...params, [name]: changed }), y);
  }
  const slopes = (name: string) =>
    params[name].map((row, i) =>
      row.map((entry, j) => (lossWith(name, i, j, entry + h) - lossWith(name, i, j, entry - h)) / (2 * h)),
    );
  return Object.fromEntries(Object.keys(params).map((name) => [name, slopes(name)]));
}
