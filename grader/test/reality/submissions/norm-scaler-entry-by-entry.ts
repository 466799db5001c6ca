import type { Matrix } from '../reference/matrix';
const sum = (xs: number[]) => xs.reduce((a, b) => a + b, 0);
export const normalize = (matrix2D: Matrix): Matrix => {
  const scaled: Matrix = [];
  for (const row of matrix2D) {
    const scaled_row: number[] = [];
    let column_index = 0;
    for (const item of row) {
      const column = matrix2D.map((r) => r[column_index]);
      const u = sum(column) / column.length;
      const s = Math.sqrt(sum(column.map((x) => Math.pow(x - u, 2))) / column.length);
      scaled_row.push(s < 1e-12 ? 0 : (item - u) / s);
      column_index++;
    }
    scaled.push(scaled_row);
  }
  return scaled;
};
