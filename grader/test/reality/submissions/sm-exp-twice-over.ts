import type { Matrix } from '../reference/matrix';
export const softmax = (Z: Matrix): Matrix =>
  Z.map((arr) =>
    arr.map((value, _) => {
      return (
        Math.exp(value) /
        arr
          .map((y) => {
            return Math.exp(y);
          })
          .reduce((a, b) => {
            return a + b;
          })
      );
    }),
  );
