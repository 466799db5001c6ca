import { expect, test } from 'vitest';
import { columnsCentred, columnsScaled, differsFrom, entriesNear, falls, saturated, undecided } from './invariants';

test('columnsCentred and columnsScaled tell which column has which mean or deviation', () => {
  const scaled = [
    [-1, 1],
    [1, -1],
  ];
  expect(columnsCentred().test(scaled, 'normalized')).toBeNull();
  expect(columnsScaled().test(scaled, 'normalized')).toBeNull();

  const neither = [
    [-1, 2],
    [1, 6],
  ];
  expect(columnsCentred().test(neither, 'normalized')).toEqual({
    kind: 'column-statistic',
    name: 'normalized',
    column: 1,
    statistic: 'mean',
    expected: 0,
    got: 4,
  });
  expect(columnsScaled().test(neither, 'normalized')).toMatchObject({
    column: 1,
    statistic: 'deviation',
    expected: 1,
    got: 2,
  });
  expect(columnsCentred().test([[0, Number.NaN]], 'normalized')).not.toBeNull();
});

test('entriesNear tells the first entry that is too far away, and a wrong shape', () => {
  const nearly = entriesNear([[2], [-1]], 0.01, 'the truth');
  expect(nearly.test([[2.009], [-1]], 'W')).toBeNull();
  expect(nearly.test([[2], [-1.02]], 'W')).toEqual({
    kind: 'not-near',
    name: 'W',
    at: [1, 0],
    expected: -1,
    slack: 0.01,
    why: 'the truth',
    got: -1.02,
  });
  expect(nearly.test([[2, -1]], 'W')).toMatchObject({ kind: 'shape' });
});

test('differsFrom wants none of the answers, computed in single precision or not', () => {
  const other = differsFrom([[[1, 2]], [[0.3, 4]]], 'that is what a fixed order gives');
  expect(other.test([[1, 4]], 'W')).toBeNull();
  for (const same of [0.1 + 0.2, Math.fround(0.3)])
    expect(other.test([[same, 4]], 'W')).toEqual({ kind: 'says', sentence: 'that is what a fixed order gives' });
});

test('undecided and saturated look at the largest entries of all rows', () => {
  const half = [
    [1, 0],
    [0.5, 0.5],
  ];
  expect(saturated(0.7).test(half, 'A2')).toBeNull();
  expect(undecided(0.8).test(half, 'A2')).toBeNull();
  const finding = { kind: 'mean-largest', name: 'A2', got: 0.75 };
  expect(saturated(0.9).test(half, 'A2')).toEqual({ ...finding, expected: 'above', bound: 0.9 });
  expect(undecided(0.2).test(half, 'A2')).toEqual({ ...finding, expected: 'below', bound: 0.2 });
});

test('falls compares the end with the beginning', () => {
  expect(falls().test([1, 2, 0.05], 'lossHistory')).toBeNull();
  expect(falls().test([1, 0.5], 'lossHistory')).toEqual({
    kind: 'no-fall',
    name: 'lossHistory',
    first: 1,
    last: 0.5,
  });
  expect(falls().test([], 'lossHistory')).not.toBeNull();
  expect(falls().test([1, Number.NaN], 'lossHistory')).not.toBeNull();
});
