import type { Matrix } from '../reference/matrix';
const stable = (z: number): number => (z >= 0 ? 1 / (1 + Math.exp(-z)) : 1 - stable(-z));
export const sigmoid = (Z: Matrix): Matrix => Z.map((row) => row.map(stable));
