import type { Matrix } from '../reference/matrix';
export function numericalGradient(X: Matrix, y: Matrix, params: any, lossFn: any, forwardFn: any, h = 1e-4): any {
  const out: any = {};
  for (const k in params) {
    out[k] = params[k].map((row: number[], i: number) => row.map((v, j) => {
      const at = (x: number) => { const p = structuredClone(params); p[k][i][j] = x; return lossFn(p, y); };
      return (at(v + h) - at(v - h)) / (2 * h);
    }));
  }
  return out;
}
