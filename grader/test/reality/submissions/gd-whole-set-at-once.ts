import { add, multiply, subtract, transpose, mean } from 'mathjs';
import type { Matrix } from '../reference/matrix';
export function gradientDescent(X: any, y: any, W: any, b: any, lr: number, numEpochs: number, batchSize: number, lossFn: any, activationFn: any = (Z: Matrix) => Z, random: any = Math.random): any {
  const history: number[] = [];
  const n = X.length;
  for (let i = 0; i < numEpochs; i++) {
    const hypothesis: any = activationFn(add(multiply(X, W), b));
    const loss: any = subtract(hypothesis, y);
    const gradient: any = multiply(transpose(X), loss);
    W = W.map((row: number[], k: number) => [row[0] - (lr * gradient[k][0]) / n]);
    b = [[b[0][0] - lr * mean(loss.flat())]];
    history.push(lossFn(activationFn(add(multiply(X, W), b)), y));
  }
  return [W, b, history];
}
