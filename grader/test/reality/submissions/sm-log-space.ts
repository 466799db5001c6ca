import type { Matrix } from '../reference/matrix';
export const softmax = (Z: Matrix): Matrix =>
  Z.map((row) => {
    const top = row.reduce((a, b) => (a > b ? a : b));
    const log = top + Math.log(row.reduce((s, z) => s + Math.exp(z - top), 0));
    return row.map((z) => Math.exp(z - log));
  });
