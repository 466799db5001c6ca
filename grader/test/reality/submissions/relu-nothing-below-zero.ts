import type { Matrix } from '../reference/matrix';
export function relu(Z: Matrix): any {
  return Z.map((row) =>
    row.map((z) => {
      if (z > 0) return z;
    }),
  );
}
