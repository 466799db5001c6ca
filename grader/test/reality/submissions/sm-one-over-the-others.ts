import type { Matrix } from '../reference/matrix';
export const softmax = (Z: Matrix): Matrix =>
  Z.map((row) => row.map((zj) => 1 / row.reduce((s, zk) => s + Math.exp(zk - zj), 0)));
