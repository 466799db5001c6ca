import type { Matrix } from '../reference/matrix';
export const relu = (Z: Matrix): Matrix => Z.map((row) => row.map((z) => z * Number(z > 0)));
