import { expect, test } from 'vitest';
import type { Matrix } from '../../reference/matrix';
import { batchTwice, rowAlone, rowOrder } from './laws';

const X = [
  [1, 2],
  [3, 4],
];
const y = [[0], [1]];

test('batchTwice calls with every sample twice, and wants the same number', () => {
  const law = batchTwice(function loss(_A: Matrix, _y: Matrix) {
    return 0;
  });
  expect(law.statement).toBe('loss of a batch repeated = loss of the batch');
  expect(law.calls([X, y])).toEqual([
    [
      [...X, ...X],
      [...y, ...y],
    ],
  ]);
  expect(law.expected(0.5, [X, y])).toEqual([0.5]);
});

test('rowOrder calls with the samples of every argument reversed, and wants the same number or the rows reversed', () => {
  const ofNumbers = rowOrder<(A: Matrix, y: Matrix) => number>('loss(reversed) = loss');
  expect(ofNumbers.calls([X, y])).toEqual([
    [
      [X[1], X[0]],
      [y[1], y[0]],
    ],
  ]);
  expect(ofNumbers.expected(0.5, [X, y])).toEqual([0.5]);
  const ofMatrices = rowOrder<(Z: Matrix) => Matrix>('f(reversed) = f reversed');
  expect(ofMatrices.expected(X, [X])).toEqual([[X[1], X[0]]]);
});

test('rowAlone calls with each sample alone, and wants its row of the answer, or of each part of it', () => {
  const W = [[5], [6]];
  const ofMatrices = rowAlone<(X: Matrix, W: Matrix) => Matrix>('a row alone gives its row');
  expect(ofMatrices.calls([X, W])).toEqual([
    [[X[0]], W],
    [[X[1]], W],
  ]);
  expect(ofMatrices.expected(y, [X, W])).toEqual([[y[0]], [y[1]]]);
  const ofPairs = rowAlone<(X: Matrix) => Matrix[]>('a row alone gives its rows');
  expect(ofPairs.expected([X, y], [X])).toEqual([
    [[X[0]], [y[0]]],
    [[X[1]], [y[1]]],
  ]);
});
