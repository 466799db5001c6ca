import type { Matrix } from '../reference/matrix';
export function relu(Z: Matrix): Matrix {
  return Z.map((row) => {
    const out: number[] = [];
    for (const z of row) if (z > 0) out.push(z);
    return out;
  });
}
