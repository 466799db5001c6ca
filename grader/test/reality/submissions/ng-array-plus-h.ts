import type { Matrix } from '../reference/matrix';
export function numericalGradient(X: Matrix, y: Matrix, params: any, lossFn: any, forwardFn: any, h = 1e-4): any {
  const f = (p: any) => lossFn(forwardFn(X, p), y);
  const gp: any = {};
  for (const k in params) {
    const p1 = { ...params };
    const p2 = { ...params };
    p1[k] += h;
    p2[k] -= h;
    gp[k] = (f(p1) - f(p2)) / (2 * h);
  }
  return gp;
}
