import type { Matrix } from '../reference/matrix';
export function normalize(X: Matrix): Matrix {
  const cols = X[0].map((_, j) => X.map((r) => r[j]));
  const scaled = cols.map((x) =>
    x.map((v, i) => {
      return (v - x.sort()[0]) / (x.sort()[x.length - 1] - x.sort()[0]);
    }),
  );
  return X.map((_, i) => cols.map((_, j) => scaled[j][i]));
}
