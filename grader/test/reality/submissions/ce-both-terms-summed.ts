import type { Matrix } from '../reference/matrix';
export function crossEntropy(P: Matrix, Y: Matrix): number {
  let cross_entrophy = 0.0;
  // calculate Sigma (sum) over all cathegories with their probabilites
  Y.forEach((row, i) =>
    row.forEach((cathegory, pos) => {
      cross_entrophy -= cathegory * Math.log(P[i][pos] + 1e-12) + (1 - cathegory) * Math.log(1 - P[i][pos] + 1e-12);
    }),
  );
  return cross_entrophy / Y.length;
}
