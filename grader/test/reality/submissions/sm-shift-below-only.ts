import type { Matrix } from '../reference/matrix';
const entry = (x: number, row: number[]) => {
  const top = Math.max(...row);
  const below = row.map((z) => Math.exp(z - top)).reduce((a, b) => a + b);
  return Math.exp(x) / below;
};
export const softmax = (Z: Matrix): Matrix => Z.map((row) => row.map((z) => entry(z, row)));
