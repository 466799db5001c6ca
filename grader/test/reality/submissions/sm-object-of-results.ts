import type { Matrix } from '../reference/matrix';
export function softmax(Z: Matrix): any {
  return Z.map((row) => {
    const max = Math.max(...row);
    let sum = 0;
    const exp = row.map((x) => { const v = Math.exp(x - max); sum += v; return v; });
    return { max, sum, exp, result: exp.map((x) => x / sum) };
  });
}
