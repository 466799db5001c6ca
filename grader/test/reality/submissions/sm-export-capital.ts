import type { Matrix } from '../reference/matrix';
/** Softmax */
const Softmax = (x: Matrix) => {
  return x.map((arr) => {
    let max = Math.max(...arr);
    let denom = arr.map((v) => Math.exp(v - max)).reduce((a, b) => a + b);
    return arr.map((v) => Math.exp(v - max) / denom);
  });
};
export { Softmax };
