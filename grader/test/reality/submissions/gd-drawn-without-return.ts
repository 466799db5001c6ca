import type { Matrix } from '../reference/matrix';
export function gradientDescent(X: Matrix, y: Matrix, W: Matrix, b: Matrix, lr: number, numEpochs: number, batchSize: number, lossFn: any, activationFn: any = (Z: Matrix) => Z, random: any = Math.random): any {
  let w = W.map((r) => r[0]);
  let c = b[0][0];
  const lossHistory: number[] = [];
  const predict = (xs: Matrix): Matrix => activationFn(xs.map((x) => [x.reduce((s, v, k) => s + v * w[k], c)]));
  let epoch = 0;
  while (epoch < numEpochs) {
    const left = X.map((_, i) => i);
    while (left.length > 0) {
      const batch: number[] = [];
      while (batch.length < batchSize && left.length > 0) batch.push(left.splice(Math.floor(random() * left.length), 1)[0]);
      const out = predict(batch.map((i) => X[i]));
      const e = batch.map((i, k) => out[k][0] - y[i][0]);
      w = w.map((wk, k) => wk - lr * (batch.reduce((s, i, r) => s + X[i][k] * e[r], 0) / batch.length));
      c -= lr * (e.reduce((s, v) => s + v, 0) / batch.length);
    }
    lossHistory.push(lossFn(predict(X), y));
    epoch += 1;
  }
  return [w.map((v) => [v]), [[c]], lossHistory];
}
