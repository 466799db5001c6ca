import { add, mean, multiply, subtract, transpose } from 'mathjs';
import type { Matrix } from '../reference/matrix';
export function gradientDescent(X: any, y: any, W: any, b: any, lr: number, numEpochs: number, batchSize: number, lossFn: any, activationFn: any = (Z: Matrix) => Z, random: any = Math.random): any {
  let loss = 0;
  for (let e = 0; e < numEpochs; e++) {
    const order: number[] = X.map((_: any, i: number) => i).sort(() => random() - 0.5);
    for (let s = 0; s < order.length; s += batchSize) {
      const idx = order.slice(s, s + batchSize);
      const Xb = idx.map((i) => X[i]);
      const err: any = subtract(activationFn(add(multiply(Xb, W), b)), idx.map((i) => y[i]));
      W = subtract(W, multiply(lr / idx.length, multiply(transpose(Xb), err)));
      b = subtract(b, [[lr * mean(err.flat())]]);
    }
    loss = lossFn(activationFn(add(multiply(X, W), b)), y);
  }
  return [W, b, loss];
}
