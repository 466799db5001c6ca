import type { Matrix } from '../reference/matrix';
export const relu = (Z: any): any => Z.map((row: number[]) => Math.max(0, row as any));
