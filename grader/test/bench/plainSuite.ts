import seedrandom from 'seedrandom';
import { beforeAll, describe, expect, test } from 'vitest';
import { crossEntropy } from '../../../reference/crossEntropy';
import { forwardMlp } from '../../../reference/forwardMlp';
import type { Matrix } from '../../../reference/matrix';
import { relu } from '../../../reference/relu';
import { softmax } from '../../../reference/softmax';

/**
 * The yardstick of the benchmark: what a course without a grader would write. It imports the answers into the test
 * process, calls them on inputs of the same sizes, and compares with the reference. No guest, no limits, no report.
 */

const uniform = seedrandom('plain');

function rand(rows: number, columns: number, scale = 1): Matrix {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => (2 * uniform() - 1) * scale));
}

function network(n: number, features: number, hidden: number, classes: number, scale: number) {
  return [
    rand(n, features),
    rand(features, hidden, scale),
    rand(1, hidden),
    rand(hidden, classes, scale),
    rand(1, classes),
  ] as const;
}

function expectClose(got: Matrix, want: Matrix): void {
  const close = got.every((row, i) =>
    row.every((entry, j) => Math.abs(entry - want[i][j]) <= 1e-8 + 1e-5 * Math.abs(want[i][j])),
  );
  expect(close).toBe(true);
}

/** The folder of the answers, those that import mathjs if none is named. */
const FOLDER = process.env.BENCH_ANSWERS ?? 'solutions';

interface Answers {
  relu: typeof relu;
  softmax: typeof softmax;
  forwardMlp: typeof forwardMlp;
  crossEntropy: typeof crossEntropy;
}
const answers = {} as Answers;

beforeAll(async () => {
  for (const name of ['relu', 'softmax', 'forwardMlp', 'crossEntropy'])
    Object.assign(answers, await import(`../../../${FOLDER}/${name}.ts`));
});

describe('relu', () => {
  test.each([
    [2, 4],
    [1, 6],
    [5, 1],
    [4, 10],
    [5, 784],
  ])('%i x %i', (rows, columns) => {
    const Z = rand(rows, columns);
    expectClose(answers.relu(Z), relu(Z));
  });
});

describe('softmax', () => {
  test.each([
    [2, 3],
    [2, 1],
    [1, 5],
    [2, 4],
    [4, 10],
    [5, 10],
    [3, 3],
  ])('%i x %i', (rows, columns) => {
    const Z = rand(rows, columns, 5);
    expectClose(answers.softmax(Z), softmax(Z));
    for (const row of answers.softmax(Z)) expect(row.reduce((sum, p) => sum + p)).toBeCloseTo(1);
  });
});

describe('forwardMlp', () => {
  test.each([
    [1, 2, 3, 2, 1],
    [4, 7, 5, 3, 0.5],
    [2, 3, 4, 2, 0.01],
    [5, 784, 128, 10, 0.01],
    [5, 784, 128, 10, 1],
    [4, 784, 256, 10, 0.01],
  ])('%i samples, %i -> %i -> %i, weights x %f', (n, features, hidden, classes, scale) => {
    const inputs = network(n, features, hidden, classes, scale);
    const [A1, A2] = answers.forwardMlp(...inputs);
    const [wantA1, wantA2] = forwardMlp(...inputs);
    expectClose(A1, wantA1);
    expectClose(A2, wantA2);
  });
});

describe('crossEntropy', () => {
  test.each([
    [2, 3],
    [2, 2],
    [3, 4],
    [4, 10],
    [5, 4],
  ])('%i x %i', (rows, columns) => {
    const A = softmax(rand(rows, columns));
    const y = A.map((row, i) => row.map((_, j) => (j === i % columns ? 1 : 0)));
    expect(answers.crossEntropy(A, y)).toBeCloseTo(crossEntropy(A, y), 8);
  });
});
