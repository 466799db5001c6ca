import { describe, expect, test } from 'vitest';
import { compare, compareShapes, DEFAULT_TOLERANCE, distance, wrongEntries } from './compare';
import type { Names, Value } from './values';

describe('distance, as a multiple of what the tolerance allows', () => {
  test.each([
    [1.00001, 1, 1],
    [1.0001, 1, 10],
    [1e-8, 0, 1],
    [0, -0, 0],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0],
  ])('from %d to %d is %d', (got, want, expected) => {
    expect(distance(got, want, DEFAULT_TOLERANCE)).toBeCloseTo(expected, 1);
  });

  test('NaN is infinitely far from everything, itself included', () => {
    expect(distance(Number.NaN, Number.NaN, DEFAULT_TOLERANCE)).toBe(Number.POSITIVE_INFINITY);
    expect(distance(Number.NaN, 1, DEFAULT_TOLERANCE)).toBe(Number.POSITIVE_INFINITY);
    expect(distance(1, Number.NaN, DEFAULT_TOLERANCE)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('compare', () => {
  const close = (got: number[][], want: number[][]) => compare(got, want, 'A', DEFAULT_TOLERANCE);

  test('finds nothing between equal matrices, and takes -0 for 0', () => {
    expect(close([[0, 1]], [[-0, 1]])).toBeNull();
  });

  test('tells where the first entry differs, and how many do', () => {
    const finding = close(
      [
        [1, 2],
        [3, 5],
      ],
      [
        [1, 2.5],
        [3, 4],
      ],
    );
    expect(finding).toEqual({ kind: 'entry', name: 'A', at: [0, 1], got: 2, expected: 2.5, wrong: 2, total: 4 });
  });

  test('tells a wrong shape before any entry', () => {
    expect(close([[1], [2]], [[1, 2]])).toEqual({ kind: 'shape', name: 'A', expected: [1, 2], got: [2, 1] });
  });

  test('names the part of a list answer', () => {
    const finding = compare([[[1]], [[2]]], [[[1]], [[3]]], ['A1', 'A2'], DEFAULT_TOLERANCE);
    expect(finding).toMatchObject({ kind: 'entry', name: 'A2', at: [0, 0] });
  });

  test('compares numbers, vectors and named matrices', () => {
    expect(compare(1, 1.1, 'loss', DEFAULT_TOLERANCE)).toMatchObject({ at: [], total: 1 });
    expect(compare([1, 2], [1, 3], 'history', DEFAULT_TOLERANCE)).toMatchObject({ at: [1], expected: 3 });
    expect(compare({ W: [[1]] }, { W: [[2]] }, 'gradients', DEFAULT_TOLERANCE)).toMatchObject({
      name: 'gradients.W',
      at: [0, 0],
    });
  });
});

test('compareShapes looks at shapes alone', () => {
  expect(compareShapes([[9]], [[1]], 'A')).toBeNull();
  expect(compareShapes([], [[1]], 'A')).toMatchObject({ kind: 'shape', expected: [1, 1], got: [0] });
});

test('wrongEntries tells where each part is wrong, and leaves out parts of another shape', () => {
  const wrong = (got: Value, want: Value, names: Names) =>
    wrongEntries(got, want, names, DEFAULT_TOLERANCE).map(({ name, at }) => [name, at]);
  expect(wrong(1, 2, 'loss')).toEqual([['loss', [[]]]]);
  expect(wrong([1, Number.NaN], [1, 1], 'history')).toEqual([['history', [[1]]]]);
  const Z = [
    [1, 2],
    [3, 4],
  ];
  const matrixWithZeros = [
    [1, 0],
    [3, 0],
  ];
  expect(wrong([Z, [[1]]], [matrixWithZeros, [[1, 2]]], ['A1', 'A2'])).toEqual([
    [
      'A1',
      [
        [0, 1],
        [1, 1],
      ],
    ],
  ]);
  expect(wrong({ W: Z, b: [[1]] }, { W: Z, b: [[2]] }, 'gradients')).toEqual([
    ['gradients.W', []],
    ['gradients.b', [[0, 0]]],
  ]);
});
