import type { Matrix } from '../reference/matrix';
export function numericalGradient(X: Matrix, y: Matrix, params: Record<string, Matrix>, lossFn: any, forwardFn: any, h = 1e-4): any {
  const grads: any = {};
  for (const key in params) {
    const x = params[key];
    const grad = x.map((r) => r.map(() => 0));
    for (let i = 0; i < x.length; i++) {
      for (let j = 0; j < x[i].length; j++) {
        const tmp_val = x[i][j];
        x[i][j] = tmp_val + h;
        const fxh1 = lossFn(forwardFn(X, params), y);
        x[i][j] = tmp_val - h;
        const fxh2 = lossFn(forwardFn(X, params), y);
        grad[i][j] = (fxh1 - fxh2) / (2 * h);
        x[i][j] = tmp_val; // restore
      }
    }
    grads[key] = grad;
  }
  return grads;
}
