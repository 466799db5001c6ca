import type { Matrix } from '../reference/matrix';
export const relu = (Z: Matrix): Matrix => Z.map((row) => row.filter((z) => z > 0));
