import type { Matrix } from '../reference/matrix';
export const relu = (Z: Matrix): Matrix => {
  let out: Matrix = [];
  Z.forEach((row) => {
    let r: number[] = [];
    row.forEach((z) => { r.push((z > 0 && z) || 0); });
    out = out.concat([r]);
  });
  return out;
};
