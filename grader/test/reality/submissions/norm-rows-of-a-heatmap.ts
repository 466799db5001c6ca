import type { Matrix } from '../reference/matrix';
export function normalize(mat: Matrix): Matrix {
  return mat.map((inst_row) => {
    const inst_avg = inst_row.reduce((a, b) => a + b, 0) / inst_row.length;
    const inst_std = Math.sqrt(inst_row.reduce((a, b) => a + (b - inst_avg) ** 2, 0) / inst_row.length) || 1;
    return inst_row.map((x) => (x - inst_avg) / inst_std);
  });
}
