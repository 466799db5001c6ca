import type { Matrix } from '../reference/matrix';
export const sigmoid = (Z: Matrix): any => Z.map((row) => row.map((z) => 1 / (1 + (Math.E ^ -z))));
