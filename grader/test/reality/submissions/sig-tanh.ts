import type { Matrix } from '../reference/matrix';
export const sigmoid = (Z: Matrix): Matrix => Z.map((row) => row.map(Math.tanh));
