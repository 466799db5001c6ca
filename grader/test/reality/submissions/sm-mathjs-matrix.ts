import * as math from 'mathjs';
import type { Matrix } from '../reference/matrix';
export function softmax(Z: Matrix): any {
  const rows = Z.map((row) => {
    const m = math.max(row);
    const e = row.map((z) => math.exp(z - m));
    const s = math.sum(e);
    return e.map((x) => x / s);
  });
  return math.matrix(rows);
}
