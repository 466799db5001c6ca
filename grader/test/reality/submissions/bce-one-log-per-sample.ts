import type { Matrix } from '../reference/matrix';
export function binaryCrossEntropy(A: Matrix, y: Matrix): number {
  const losses = A.map(([probability], i) => {
    const clipped = Math.min(Math.max(probability, 1e-9), 1 - 1e-9);
    return y[i][0] === 1 ? -Math.log(clipped) : -Math.log(1 - clipped);
  });
  let s = 0;
  for (const l of losses) s += l;
  return s / losses.length;
}
