import { describe, expect, test } from 'vitest';
import { gradeAnswer } from '../../test/support/temporarySubmissions';

/** What is named in a learner's answer. */
async function namedIn(exercise: string, source: string): Promise<readonly string[]> {
  const { diagnosis } = await gradeAnswer(exercise, source);
  return diagnosis.map(({ misconception }) => misconception);
}

const relu = (negative: string, positive = 'z') =>
  `export const relu = (Z: number[][]) => Z.map((row) => row.map((z) => (z > 0 ? ${positive} : ${negative})));`;

const crossEntropy = (
  term: string,
  divisor = 'A.length',
) => `export function crossEntropy(A: number[][], y: number[][]) {
  let total = 0;
  for (let i = 0; i < A.length; i++) for (let j = 0; j < A[i].length; j++) total += y[i][j] * ${term};
  return total / ${divisor};
}`;

describe('two slips in one answer are both asked about', () => {
  test('another logarithm, and a sum for the mean', async () => {
    const source = crossEntropy('-Math.log2(A[i][j] + 1e-15)', '1');
    expect(await namedIn('crossEntropy', source)).toEqual(['log-base-two', 'sum-over-samples']);
  });

  test('a factor comes of both, and is said once', async () => {
    const { diagnosis } = await gradeAnswer('crossEntropy', crossEntropy('Math.log(A[i][j] + 1e-15)', '1'));
    expect(diagnosis.map(({ factor }) => factor !== null)).toEqual([true, false]);
  });

  test('a softmax that overflows on rows that are summed over the batch', async () => {
    const source = `export function softmax(Z: number[][]) {
      let total = 0;
      return Z.map((row) => {
        for (const z of row) total += Math.exp(z);
        return row.map((z) => Math.exp(z) / total);
      });
    }`;
    expect(await namedIn('softmax', source)).toEqual(['no-maximum-subtracted', 'sum-not-reset']);
  });
});

describe('a constant is worked out', () => {
  test.each(['0.01', '0.2', '1 / 3'])('a slope of %s below zero', async (slope) => {
    expect(await namedIn('relu', relu(`${slope} * z`))).toEqual(['leaky']);
  });

  test('a limit of 4 beside a slope below zero: two slips, one of them with a constant', async () => {
    expect(await namedIn('relu', relu('-z', 'Math.min(z, 4)'))).toEqual(['absolute-value', 'relu6']);
  });

  test('a guard that is too big, and no minus', async () => {
    const source = crossEntropy('Math.log(A[i][j] + 0.03)');
    expect(await namedIn('crossEntropy', source)).toEqual(['epsilon-too-big', 'no-minus']);
  });
});

describe('what is not certain is not said', () => {
  test('where two readings fit, only what both ask is asked', async () => {
    // The root of the largest square, or the largest error: the same numbers.
    const source = `export const mseLoss = (yPred: number[][], y: number[][]) =>
      Math.max(...yPred.map(([p], i) => Math.abs(p - y[i][0])));`;
    expect(await namedIn('mseLoss', source)).toEqual(['largest-error']);
  });

  test('a slope that is another for each number', async () => {
    expect(await namedIn('relu', relu('0.1 * z * z'))).toEqual([]);
  });

  test('two slips that fit all cases but one', async () => {
    const source = crossEntropy('-Math.log2(A[i][j] + 1e-15)', '(A.length === 3 ? 1.5 : 1)');
    expect(await namedIn('crossEntropy', source)).toEqual([]);
  });
});
