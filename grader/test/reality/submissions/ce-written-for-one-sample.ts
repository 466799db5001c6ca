import type { Matrix } from '../reference/matrix';
export function crossEntropy(prediction: any, target: any): number {
  let sum = 0;
  for (let i = 0; i < target.length; i++) {
    const y = target[i];
    const yHat = prediction[i];
    sum += y * Math.log(yHat);
  }
  return -sum;
}
