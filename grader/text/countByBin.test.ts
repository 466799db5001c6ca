import { expect, test } from 'vitest';
import { countByBin } from './countByBin';

test('numbers are counted in equal parts of [0, 1], 1 in the last, and what lies outside is left out', () => {
  expect(countByBin([0, 0.05, 0.95, 1, Number.NaN, 2, -0.1], 10)).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
  expect(countByBin([0.5, 0.49], 2)).toEqual([1, 1]);
});
