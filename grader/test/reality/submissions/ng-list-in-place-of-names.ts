import type { Matrix } from '../reference/matrix';
export function numericalGradient(X: Matrix, y: Matrix, params: Record<string, Matrix>, lossFn: any, forwardFn: any, h = 1e-4): any {
  const loss = (p: any) => lossFn(forwardFn(X, p), y);
  const grads: any[] = [];
  Object.keys(params).forEach((name) => {
    const moved = (i: number, j: number, d: number) => {
      const copy = structuredClone(params); copy[name][i][j] += d; return copy;
    };
    grads.push(params[name].map((row, i) => row.map((_, j) => (loss(moved(i, j, h)) - loss(moved(i, j, -h))) / (2 * h))));
  });
  return grads;
}
