import type { Matrix } from '../reference/matrix';
export function numericalGradient(X: Matrix, y: Matrix, params: Record<string, Matrix>, lossFn: any, forwardFn: any, h = 1e-4): any {
  const grads: any = {};
  for (const name of Object.keys(params)) {
    grads[name] = params[name].map((row, i) => row.map((value, j) => {
      const changed = (v: number) => ({ ...params, [name]: params[name].map((r, a) => r.map((x, c) => (a === i && c === j ? v : x))) });
      // loss of (labels, predictions)
      const loss = (v: number) => lossFn(y, forwardFn(X, changed(v)));
      return (loss(value + h) - loss(value - h)) / (2 * h);
    }));
  }
  return grads;
}
