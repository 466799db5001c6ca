import type { Matrix } from '../reference/matrix';
export function numericalGradient(X: Matrix, y: Matrix, params: Record<string, Matrix>, lossFn: any, forwardFn: any, h = 1e-4): Record<string, Matrix> {
  const grads: Record<string, Matrix> = {};
  for (const key of Object.keys(params)) {
    grads[key] = params[key].map((row, i) =>
      row.map((_, j) => {
        const plus = structuredClone(params);
        const minus = structuredClone(params);
        plus[key][i][j] += h;
        minus[key][i][j] -= h;
        return (lossFn(forwardFn(X, plus), y) - lossFn(forwardFn(X, minus), y)) / 2 * h;
      }),
    );
  }
  return grads;
}
