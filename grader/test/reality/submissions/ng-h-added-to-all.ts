import { add } from 'mathjs';
import type { Matrix } from '../reference/matrix';
export function numericalGradient(X: Matrix, y: Matrix, params: any, lossFn: any, forwardFn: any, h = 0.0001): any {
  const out: any = {};
  for (const [k, v] of Object.entries(params) as any) {
    const at = (x: any) => lossFn(forwardFn(X, { ...params, [k]: x }), y);
    const g = (at(add(v, h)) - at(add(v, -h))) / (2.0 * h);
    out[k] = v.map((r: number[]) => r.map(() => g));
  }
  return out;
}
