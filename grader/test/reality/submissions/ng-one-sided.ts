import type { Matrix } from '../reference/matrix';
export function numericalGradient(X: Matrix, y: Matrix, params: Record<string, Matrix>,
  lossFn: (A: Matrix, y: Matrix) => number, forwardFn: (X: Matrix, p: Record<string, Matrix>) => Matrix, h = 1e-4): Record<string, Matrix> {
  const base = lossFn(forwardFn(X, params), y);
  const out: Record<string, Matrix> = {};
  for (const [name, values] of Object.entries(params))
    out[name] = values.map((row) => row.map((kept, j) => {
      row[j] = kept + h;
      const above = lossFn(forwardFn(X, params), y);
      row[j] = kept;
      return (above - base) / h;
    }));
  return out;
}
