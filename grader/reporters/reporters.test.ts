import { describe, expect, test } from 'vitest';
import { formatNumber, formatPair, shapeWords } from '../grading/words';
import { cutLine, wrap } from './layout';
import { newStyle, styleFor } from './style';
import { valueLines } from './values';

describe('layout', () => {
  test('wrap breaks between words, indents what follows, and leaves long words whole', () => {
    expect(wrap('one two three', 8, '  ')).toBe('one two\n  three');
    expect(wrap('a averyverylongword b', 6)).toBe('a\naveryverylongword\nb');
  });

  test('cutLine marks what is missing', () => {
    expect(cutLine('abcdef', 4)).toBe('abc…');
    expect(cutLine('abcd', 4)).toBe('abcd');
  });
});

describe('values are printed as NumPy prints them', () => {
  test('a matrix in aligned columns', () => {
    expect(
      valueLines(
        [
          [1, -0.25],
          [10, 'NaN'],
        ],
        40,
      ),
    ).toEqual(['[[    1, -0.25],', ' [   10,   NaN]]']);
  });

  test('a matrix that does not fit by its shape', () => {
    expect(
      valueLines(
        Array.from({ length: 9 }, () => [1]),
        40,
      ),
    ).toEqual(['matrix of shape (9, 1)']);
    expect(valueLines([Array.from({ length: 9 }, () => 0.12345)], 40)).toEqual(['matrix of shape (1, 9)']);
    expect(valueLines({ shape: [784, 256] }, 40)).toEqual(['matrix of shape (784, 256)']);
  });

  test('a single number, a vector and a pair', () => {
    expect(valueLines(0.5, 40)).toEqual(['0.5']);
    expect(valueLines([1, 2e-9], 40)).toEqual(['[1, 2.000e-9]']);
    expect(valueLines([[[1]], [[2]]], 60)).toEqual(['[matrix of shape (1, 1), matrix of shape (1, 1)]']);
  });
});

describe('numbers in sentences', () => {
  test('have no more digits than they need', () => {
    expect(formatNumber(0.1)).toBe('0.1');
    expect(formatNumber(1 / 3)).toBe('0.333333');
    expect(formatNumber(1.5e-9)).toBe('1.5e-9');
    expect(formatNumber(Number.NEGATIVE_INFINITY)).toBe('-Infinity');
  });

  test('have enough digits to be told apart', () => {
    expect(formatPair(0.12345678, 0.12345679)).toEqual(['0.12345678', '0.12345679']);
    expect(formatPair(1, 2)).toEqual(['1', '2']);
  });

  test('shapes look as in NumPy', () => {
    expect(shapeWords([4, 10])).toBe('(4, 10)');
    expect(shapeWords([3])).toBe('(3,)');
  });
});

test('text for a file or pipe has no colour and 80 columns', () => {
  const style = styleFor(false);
  expect(style.width).toBe(80);
  expect(style.bad('x')).toBe('x');
});

test('a style with colour has colour', () => {
  expect(newStyle(80, true).bad('x')).toBe('\u001b[31mx\u001b[39m');
});
