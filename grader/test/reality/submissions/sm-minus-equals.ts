import type { Matrix } from '../reference/matrix';
export function softmax(z: Matrix): Matrix {
  for (const row of z) {
    const max = Math.max(...row);
    for (let k = 0; k < row.length; k++) {
      row[k] -= max; // for numeric stability
    }
  }
  return z.map((row) => {
    const S = row.map((v) => Math.exp(v));
    const total = S.reduce((a, b) => a + b, 0);
    return S.map((s) => s / total);
  });
}
