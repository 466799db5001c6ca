import type { Matrix } from '../reference/matrix';
export function softmax(Z: Matrix): Matrix {
  return Z.map((values) => {
    if (!Array.isArray(values) || values.length === 0) {
      return [];
    }
    const maxValue = Math.max(...values);
    const exponentials = values.map((value) => Math.exp(value - maxValue));
    const sum = exponentials.reduce((total, value) => total + value, 0);
    if (!Number.isFinite(sum) || sum <= 0) {
      const uniform = 1 / values.length;
      return values.map(() => uniform);
    }
    return exponentials.map((value) => value / sum);
  });
}
