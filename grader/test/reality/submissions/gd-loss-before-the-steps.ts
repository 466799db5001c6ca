import { add, map, multiply, subtract, transpose, mean } from 'mathjs';
import type { Matrix } from '../reference/matrix';
export function gradientDescent(X: any, y: any, W: any, b: any, lr: number, numEpochs: number, batchSize: number, lossFn: any, activationFn: any = (Z: Matrix) => Z, random: any = Math.random): any {
  const lossHistory: number[] = [];
  const predict = (A: any) => activationFn(add(multiply(A, W), b));
  for (let epoch = 0; epoch < numEpochs; epoch++) {
    const idx: number[] = X.map((_: any, i: number) => i);
    lossHistory.push(lossFn(predict(X), y));
    for (let i = idx.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [idx[i], idx[j]] = [idx[j], idx[i]];
    }
    for (let s = 0; s < idx.length; s += batchSize) {
      const part = idx.slice(s, s + batchSize);
      const Xb = part.map((i) => X[i]);
      const err: any = subtract(predict(Xb), part.map((i) => y[i]));
      W = subtract(W, map(multiply(transpose(Xb), err) as any, (g: number) => (lr * g) / part.length));
      b = subtract(b, [[lr * mean(err.flat())]]);
    }
  }
  return [W, b, lossHistory];
}
