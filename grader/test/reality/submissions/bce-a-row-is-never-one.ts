import type { Matrix } from '../reference/matrix';
export function binaryCrossEntropy(yhat: any, y: any): number {
  let total = 0;
  for (let i = 0; i < y.length; i++) {
    if (y[i] === 1) total += -Math.log(yhat[i] + 1e-15);
    else total += -Math.log(1 - yhat[i] + 1e-15);
  }
  return total / y.length;
}
