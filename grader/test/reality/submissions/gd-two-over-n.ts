import type { Matrix } from '../reference/matrix';
export function gradientDescent(X: Matrix, y: Matrix, W: Matrix, b: Matrix, lr: number, numEpochs: number, batchSize: number, lossFn: any, activationFn: any = (Z: Matrix) => Z, random: any = Math.random): any {
  let weight = W.map((r) => [...r]);
  let bias = b[0][0];
  const losses: number[] = [];
  const forward = (rows: Matrix) => activationFn(rows.map((x) => [x.reduce((s, v, k) => s + v * weight[k][0], bias)]));
  for (let epoch = 0; epoch < numEpochs; epoch++) {
    const idx = X.map((_, i) => i);
    for (let i = idx.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [idx[i], idx[j]] = [idx[j], idx[i]];
    }
    for (let s = 0; s < idx.length; s += batchSize) {
      const rows = idx.slice(s, s + batchSize);
      const out = forward(rows.map((i) => X[i]));
      const gradW = weight.map((_, k) => rows.reduce((g, i, r) => g + (2 / rows.length) * (out[r][0] - y[i][0]) * X[i][k], 0));
      const gradB = rows.reduce((g, i, r) => g + (2 / rows.length) * (out[r][0] - y[i][0]), 0);
      weight = weight.map((w, k) => [w[0] - lr * gradW[k]]);
      bias -= lr * gradB;
    }
    losses.push(lossFn(forward(X), y));
  }
  return [weight, [[bias]], losses];
}
