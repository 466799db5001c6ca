import type { Matrix } from '../reference/matrix';
export const softmax = (Z: Matrix): Matrix =>
  Z.map((row) => {
    const total = row.reduce((acc, z) => acc + Math.exp(z));
    return row.map((z) => Math.exp(z) / total);
  });
