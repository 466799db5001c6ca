import type { Matrix } from '../reference/matrix';
export function softmax(Z: Matrix) {
  const out = Z.map((row) => {
    const max = Math.max(...row);
    const exps = row.map((z) => Math.exp(z - max));
    return exps.map((e) => e / exps.reduce((a, b) => a + b, 0));
  });
  console.log(out);
}
