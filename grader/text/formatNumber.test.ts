import { describe, expect, test } from 'vitest';
import { formatNumber, formatPair, formatPercent, formatShape, formatToFit } from './formatNumber';

describe('a number', () => {
  test.each([
    [0, 6, '0'],
    [0.1, 6, '0.1'],
    [1 / 3, 6, '0.333333'],
    [1 / 3, 3, '0.333'],
    [0.00012345, 3, '0.000123'],
    [1.5e-9, 6, '1.5e-9'],
    [2.0000004, 6, '2'],
    [Number.NEGATIVE_INFINITY, 6, '-Infinity'],
    [Number.NaN, 6, 'NaN'],
  ])('%d with %d digits has no more than it needs: %s', (value, digits, text) => {
    expect(formatNumber(value, digits)).toBe(text);
  });

  test('keeps all digits before the point, up to a million', () => {
    expect(formatNumber(12345.6, 3)).toBe('12346');
    expect(formatNumber(-1000, 3)).toBe('-1000');
    expect(formatNumber(1234567, 3)).toBe('1.23e+6');
  });

  test('fits where there is little room', () => {
    expect(formatToFit(0.12345, 5)).toBe('0.123');
    expect(formatToFit(0.012345, 5)).toBe('0.012');
    expect(formatToFit(0.00012345, 5)).toBe('1e-4');
    expect(formatToFit(1234.5, 5)).toBe('1235');
  });
});

test('two numbers have enough digits to be told apart', () => {
  expect(formatPair(0.12345678, 0.12345679)).toEqual(['0.12345678', '0.12345679']);
  expect(formatPair(1, 2)).toEqual(['1', '2']);
  expect(formatPair(0.8999, 0.9, 2)).toEqual(['0.8999', '0.9']);
});

test('shapes look as in NumPy', () => {
  expect(formatShape([4, 10])).toBe('(4, 10)');
  expect(formatShape([3])).toBe('(3,)');
});

test('a share is a percentage', () => {
  expect(formatPercent(0.214)).toBe('21 %');
  expect(formatPercent(0.9555, 1)).toBe('95.5 %');
});
