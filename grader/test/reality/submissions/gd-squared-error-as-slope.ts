import type { Matrix } from '../reference/matrix';
export function gradientDescent(X: Matrix, y: Matrix, W: Matrix, b: Matrix, lr: number, numEpochs: number, batchSize: number, lossFn: any, activationFn: any = (Z: Matrix) => Z, random: any = Math.random): any {
  let w = W.map((r) => [...r]);
  let bias = b[0][0];
  const history: number[] = [];
  const predict = (xs: Matrix) => activationFn(xs.map((x) => [x.reduce((s, v, k) => s + v * w[k][0], bias)]));
  for (let q = 0; q < numEpochs; q++) {
    const order = shuffled(X.length, random);
    for (let start = 0; start < order.length; start += batchSize) {
      const batch = order.slice(start, start + batchSize);
      const ypred = predict(batch.map((i) => X[i]));
      const error = batch.map((i, k) => (ypred[k][0] - y[i][0]) ** 2);
      w = w.map((r, j) => [r[0] - (lr * batch.reduce((s, i, k) => s + X[i][j] * error[k], 0)) / batch.length]);
      bias = bias - (lr * error.reduce((a, c) => a + c, 0)) / batch.length;
    }
    history.push(lossFn(predict(X), y));
  }
  return [w, [[bias]], history];
}
function shuffled(n: number, random: () => number) {
  const order = [...Array(n).keys()];
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
