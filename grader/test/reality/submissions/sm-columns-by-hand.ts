import type { Matrix } from '../reference/matrix';
export function softmax(x: Matrix): Matrix {
  const result: Matrix = x.map((row) => row.map(() => 0));
  const M = x.length;
  const N = x[0].length;
  for (let n = 0; n < N; n++) {
    let S = 0;
    for (let m = 0; m < M; m++) S += Math.exp(x[m][n]);
    for (let m = 0; m < M; m++) result[m][n] = Math.exp(x[m][n]) / S;
  }
  return result;
}
