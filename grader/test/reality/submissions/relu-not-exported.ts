import type { Matrix } from '../reference/matrix';
const relu = (Z: Matrix): Matrix => Z.map((row) => row.map((z) => Math.max(0, z)));
