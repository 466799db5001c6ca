import { describe, expect, test } from 'vitest';
import type { Example, Json } from '../grading/report';
import { exampleLines } from './text/exampleLines';
import { cutLine, wrap } from './text/layout';
import { newStyle, styleFor } from './text/style';
import { valueLines } from './text/valueLines';

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
  test('a matrix with its decimal points below each other', () => {
    const rows = [
      [1, -0.25],
      [10, 'NaN'],
    ];
    expect(valueLines(rows, 40)).toEqual(['[[ 1.   -0.25]', ' [10.     NaN]]']);
  });

  test('whole numbers without a point, tiny ones with an exponent', () => {
    expect(valueLines([[1, 0, -20]], 40)).toEqual(['[[  1   0 -20]]']);
    expect(valueLines([[0, 2e-9]], 40)).toEqual(['[[0.0000e+0 2.0000e-9]]']);
  });

  test('a matrix that does not fit by its edges and its shape', () => {
    const tall = Array.from({ length: 9 }, (_, i) => [i]);
    expect(valueLines(tall, 40)).toEqual(['[[0]', ' [1]', ' [2]', ' ...', ' [6]', ' [7]', ' [8]]', 'shape (9, 1)']);
    expect(valueLines([Array.from({ length: 9 }, () => 0.12345)], 40)).toEqual([
      '[[0.1235 0.1235 ... 0.1235 0.1235]]',
      'shape (1, 9)',
    ]);
    expect(valueLines({ shape: [784, 256] }, 40)).toEqual(['matrix of shape (784, 256)']);
  });

  test('a single number, a vector and a pair', () => {
    expect(valueLines(0.5, 40)).toEqual(['0.5']);
    expect(valueLines([1, 2e-9], 40)).toEqual(['[1, 2e-9]']);
    expect(valueLines([[[1]], [[2]]], 60)).toEqual(['[matrix of shape (1, 1), matrix of shape (1, 1)]']);
  });
});

describe('wrong entries', () => {
  const tolerance = { rtol: 1e-5, atol: 1e-8 };
  const plain = (text: string) => text;
  const lines = (expected: Json, got: Json, wrong?: Example['wrong'], returns: Example['returns'] = 'A') =>
    exampleLines({ inputs: {}, expected, got, returns, tolerance, wrong }, 60, plain);

  test('have an asterisk, and columns stay below each other', () => {
    expect(lines([[0.25, 0.75]], [[0.25, 0.5]], { A: [[0, 1]] })).toEqual([
      'expected  [[0.25  0.75]]',
      'got       [[0.25  0.5 *]]',
      '* differs from what was expected',
    ]);
  });

  test('are those that the report names, whatever their values', () => {
    expect(lines([[1, 2]], [[9, 9]], { A: [[0, 0]] })[1]).toBe('got       [[9* 9]]');
  });

  test('are shown with enough decimals to be told apart', () => {
    expect(lines([[0.33333333]], [[0.333301]], { A: [[0, 0]] }).slice(0, 2)).toEqual([
      'expected  [[0.333333]]',
      'got       [[0.333301*]]',
    ]);
  });

  test('are marked where only an ellipsis is shown', () => {
    const row = Array.from({ length: 40 }, () => 0.5);
    expect(lines([row], [row.map((entry, j) => (j === 20 ? 0 : entry))], { A: [[0, 20]] })[2]).toMatch(
      /^got .*\.\.\.\*/,
    );
  });

  test('of a pair are shown in the part that they are in', () => {
    expect(lines([[[1]], [[2]]], [[[1]], [[3]]], { A1: [], A2: [[0, 0]] }, ['A1', 'A2'])).toEqual([
      'expected A2  [[2]]',
      'got A2       [[3*]]',
      '* differs from what was expected',
    ]);
  });

  test('of an object are shown under the key that they are at', () => {
    const wrong = { 'gradients.W': [], 'gradients.b': [[0, 0]] };
    expect(lines({ W: [[1]], b: [[2]] }, { W: [[1]], b: [[3]] }, wrong, 'gradients')).toEqual([
      'expected gradients.b  [[2]]',
      'got gradients.b       [[3*]]',
      '* differs from what was expected',
    ]);
  });

  test('are NaN, too', () => {
    expect(lines([[1]], [['NaN']], { A: [[0, 0]] })[1]).toBe('got       [[NaN*]]');
  });

  test('of a single number are two numbers that can be told apart', () => {
    expect(lines(0.25, 0.5, { A: [[]] })).toEqual(['expected  0.25', 'got       0.5']);
  });

  test('leave an answer without any to be shown by itself', () => {
    expect(lines([[1, 2]], [[1, 2]], { A: [] })).toEqual(['got  [[1 2]]']);
  });

  test('are not marked when the shapes differ', () => {
    expect(lines([[1, 2]], [[1], [2]], {})).toEqual(['expected  [[1 2]]', 'got       [[1]', '           [2]]']);
  });

  test('are not marked in reports of earlier versions, which do not name them', () => {
    expect(lines([[1, 2]], [[1, 3]])).toEqual(['expected  [[1 2]]', 'got       [[1 3]]']);
    expect(lines([[[1]], [[2]]], [[[1]], [[3]]], undefined, ['A1', 'A2'])).toHaveLength(4);
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
