import type { Matrix } from '../reference/matrix';
export function numericalGradient(X: Matrix, y: Matrix, params: Record<string, Matrix>, lossFn: any, forwardFn: any, h = 1e-4): any {
  const grad: any = {};
  const p: any = JSON.parse(JSON.stringify(params));
  for (const name in p) {
    const x = p[name];
    grad[name] = x.map((r: number[]) => r.map(() => 0));
    for (let i = 0; i < x.length; i++) {
      for (let j = 0; j < x[i].length; j++) {
        const tmp = x[i][j];
        x[i][j] = tmp + h;
        const fxh1 = lossFn(forwardFn(X, p), y);
        x[i][j] = tmp - h;
        const fxh2 = lossFn(forwardFn(X, p), y);
        grad[name][i][j] = (fxh1 - fxh2) / (2 * h);
      }
    }
  }
  return grad;
}
