import type { Matrix } from '../reference/matrix';
export const sigmoid = (Z: Matrix): Matrix => Z.map((row) => row.map((z) => 1 / (1 + Math.pow(Math.E, -z))));
