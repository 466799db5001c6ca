import type { Matrix } from '../reference/matrix';
export function gradientDescent(data: Matrix, y: Matrix, W: Matrix, b: Matrix, learning_rate: number, numEpochs: number, batchSize: number, lossFn: any, activationFn: any = (Z: Matrix) => Z, random: any = Math.random): any {
  const m = W.map((r) => r.slice());
  let c = b[0][0];
  const hist: number[] = [];
  const guessAll = (rows: Matrix) => activationFn(rows.map((x) => [x.reduce((s, v, k) => s + v * m[k][0], c)]));
  for (let e = 0; e < numEpochs; e++) {
    const order = data.map((_, i) => i).sort(() => random() - 0.5);
    for (const i of order) {
      const guess = guessAll([data[i]])[0][0];
      const error = y[i][0] - guess;
      for (let k = 0; k < m.length; k++) m[k][0] = m[k][0] + error * data[i][k] * learning_rate;
      c = c + error * learning_rate;
    }
    hist.push(lossFn(guessAll(data), y));
  }
  return [m, [[c]], hist];
}
