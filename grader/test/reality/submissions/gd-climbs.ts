import type { Matrix } from '../reference/matrix';
export function gradientDescent(X: Matrix, y: Matrix, W: Matrix, b: Matrix, lr: number, numEpochs: number, batchSize: number,
  lossFn: (p: Matrix, y: Matrix) => number, activationFn: (Z: Matrix) => Matrix = (Z) => Z, random: () => number = Math.random): any {
  let w = W.map((r) => r[0]);
  let c = b[0][0];
  const predict = (rows: Matrix) => activationFn(rows.map((x) => [x.reduce((s, v, k) => s + v * w[k], c)]));
  const history: number[] = [];
  for (let e = 0; e < numEpochs; e++) {
    const order = X.map((_, i) => [random(), i]).sort((p, q) => p[0] - q[0]).map((p) => p[1]);
    for (let at = 0; at < order.length; at += batchSize) {
      const batch = order.slice(at, at + batchSize);
      const errors = predict(batch.map((i) => X[i])).map(([p], k) => p - y[batch[k]][0]);
      w = w.map((v, j) => v + (lr * errors.reduce((s, err, k) => s + err * X[batch[k]][j], 0)) / batch.length);
      c += (lr * errors.reduce((s, err) => s + err, 0)) / batch.length;
    }
    history.push(lossFn(predict(X), y));
  }
  return [w.map((v) => [v]), [[c]], history];
}
