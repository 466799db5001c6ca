import type { Matrix } from './matrix';

/**
 * Standardizes every column: `(x - mean) / deviation`, with the population's deviation (divided by n).
 *
 * A column without spread is only centred. It is told by its entries, not by its deviation: the mean of
 * 0.1, 0.1, 0.1 is 0.10000000000000002, and the deviation 1.4e-17 that this leaves is rounding, not spread.
 *
 * @param X (n, features), n >= 1
 * @returns (n, features)
 */
export function normalize(X: Matrix): Matrix {
  const n = X.length;
  const scales = X[0].map((first, j) => {
    let sum = 0;
    for (const row of X) sum += row[j];
    const mean = sum / n;
    let squares = 0;
    for (const row of X) squares += (row[j] - mean) ** 2;
    const constant = X.every((row) => row[j] === first);
    return { mean, divisor: constant ? 1 : Math.sqrt(squares / n) };
  });
  return X.map((row) => row.map((x, j) => (x - scales[j].mean) / scales[j].divisor));
}
