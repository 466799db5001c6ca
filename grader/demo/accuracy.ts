import type { Matrix } from '../../reference/matrix';

/** The class of the largest probability, as NumPy's `argmax`: the first of several, and NaN wins over any number. */
export function predictedClass(probabilities: readonly number[]): number {
  const undefinedAt = probabilities.findIndex(Number.isNaN);
  return undefinedAt === -1 ? probabilities.indexOf(Math.max(...probabilities)) : undefinedAt;
}

/** The share of rows of `A2` whose largest probability is the label's. A row with NaN predicts nothing. */
export function accuracy(A2: Matrix, labels: readonly number[]): number {
  const right = A2.filter((row, i) => !row.some(Number.isNaN) && predictedClass(row) === labels[i]);
  return right.length / labels.length;
}
