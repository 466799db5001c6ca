import { expect, test } from 'vitest';
import { columnsCentred, columnsScaled, differsFrom, entriesNear, falls } from './invariants';

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
    kind: 'says',
    sentence: 'column 1 of normalized has mean 4.0000, expected 0',
  });
  expect(columnsScaled().test(neither, 'normalized')).toEqual({
    kind: 'says',
    sentence: 'column 1 of normalized has deviation 2.0000, expected 1',
  });
  expect(columnsCentred().test([[0, Number.NaN]], 'normalized')).not.toBeNull();
});

test('entriesNear tells the first entry that is too far away, and a wrong shape', () => {
  const nearly = entriesNear([[2], [-1]], 0.01, 'the truth');
  expect(nearly.test([[2.009], [-1]], 'W')).toBeNull();
  expect(nearly.test([[2], [-1.02]], 'W')).toEqual({
    kind: 'says',
    sentence: 'W[1][0] is -1.0200, expected -1 to within 0.01 (the truth)',
  });
  expect(nearly.test([[2, -1]], 'W')).toMatchObject({ kind: 'shape' });
});

test('differsFrom wants none of the answers, whatever their last digits', () => {
  const other = differsFrom([[[1, 2]], [[0.3, 4]]], 'that is what a fixed order gives');
  expect(other.test([[1, 4]], 'W')).toBeNull();
  expect(other.test([[0.1 + 0.2, 4]], 'W')).toEqual({ kind: 'says', sentence: 'that is what a fixed order gives' });
});

test('falls compares the end with the beginning', () => {
  expect(falls().test([1, 2, 0.05], 'lossHistory')).toBeNull();
  expect(falls().test([1, 0.5], 'lossHistory')).toEqual({
    kind: 'says',
    sentence: 'lossHistory begins at 1.0000 and ends at 0.5000, expected a fall',
  });
  expect(falls().test([], 'lossHistory')).not.toBeNull();
  expect(falls().test([1, Number.NaN], 'lossHistory')).not.toBeNull();
});
