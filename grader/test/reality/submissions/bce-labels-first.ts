import type { Matrix } from '../reference/matrix';
export function binaryCrossEntropy(yTrue: Matrix, yPred: Matrix): number {
  const epsilon = 1e-12;
  let loss = 0;
  for (let i = 0; i < yTrue.length; i++) {
    const p = Math.min(Math.max(yPred[i][0], epsilon), 1 - epsilon);
    loss -= yTrue[i][0] * Math.log(p) + (1 - yTrue[i][0]) * Math.log(1 - p);
  }
  return loss / yTrue.length;
}
