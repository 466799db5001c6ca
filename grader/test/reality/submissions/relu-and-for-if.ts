import type { Matrix } from '../reference/matrix';
export const relu = (Z: Matrix): any => Z.map((row) => row.map((z) => z > 0 && z));
