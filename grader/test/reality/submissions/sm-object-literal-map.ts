import type { Matrix } from '../reference/matrix';
export function softmax(Z: Matrix): any {
  const exps = Z.map((row) => row.map((z) => { exp: Math.exp(z) }));
  return exps;
}
