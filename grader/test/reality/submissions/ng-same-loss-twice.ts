import type { Matrix } from '../reference/matrix';
export function numericalGradient(X: Matrix, y: Matrix, params: any, lossFn: any, forwardFn: any, h = 1e-4): any {
  const grads: any = {};
  for (const k in params) {
    grads[k] = params[k].map((row: number[], i: number) => row.map((_, j) => {
      const up = params;
      const down = params;
      up[k][i][j] += h;
      down[k][i][j] -= h;
      return (lossFn(forwardFn(X, up), y) - lossFn(forwardFn(X, down), y)) / (2 * h);
    }));
  }
  return grads;
}
