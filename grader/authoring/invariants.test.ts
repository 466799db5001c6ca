import { expect, test } from 'vitest';
import { columnsCentred, columnsScaled } from './invariants';

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
