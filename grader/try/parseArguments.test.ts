import { expect, test } from 'vitest';
import { FunctionName, parseArguments } from './parseArguments';

test.each([
  [
    'JSON',
    ['[[1, -2.5], [3e-3, 4]]'],
    [
      [
        [1, -2.5],
        [0.003, 4],
      ],
    ],
  ],
  [
    'what NumPy prints',
    ['[[1.  2.]\n [3.  .5]]'],
    [
      [
        [1, 2],
        [3, 0.5],
      ],
    ],
  ],
  [
    'pieces, cut by a shell at spaces',
    ['[[1,', '-2],', '[3,', '4]]', '0.1'],
    [
      [
        [1, -2],
        [3, 4],
      ],
      0.1,
    ],
  ],
  [
    'pieces, cut by PowerShell at commas',
    ['[[1', '2]', '[3', '4]]'],
    [
      [
        [1, 2],
        [3, 4],
      ],
    ],
  ],
  ['several arguments in one pair of quotes', ['[[1]], [[2]]'], [[[1]], [[2]]]],
  ['a record without its quotes, which PowerShell takes away', ['{W: [[1]], b: [[0]]}'], [{ W: [[1]], b: [[0]] }]],
  ['a record with quotes', ['{"W": [[1]]}'], [{ W: [[1]] }]],
  ['a comma at the end', ['[[1, 2,],]'], [[[1, 2]]]],
])('%s is understood', (_, words, values) => {
  expect(parseArguments(words)).toEqual(values);
});

test.each([
  ['NaN', Number.NaN],
  ['nan', Number.NaN],
  ['np.nan', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-inf', Number.NEGATIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
])('%s is a number', (word, value) => {
  expect(parseArguments([`[[${word}, 1]]`])).toEqual([[[value, 1]]]);
});

test('functions are called by their names, with the numbers that they are made of', () => {
  expect(parseArguments(['mseLoss uniform(7)'])).toEqual([
    new FunctionName('mseLoss', null),
    new FunctionName('uniform', [7]),
  ]);
});

test.each([
  ['[[1, 2]', 'a ] is missing at the end'],
  ['[[1, 2]]]', 'there is a ] where a number should be'],
  ['[[1,, 2]]', 'there is a , where a number should be'],
  ['[[1, "two"]]', '"two" is no number'],
  ['[[1, 2x]]', '2x is no number'],
  ['{W [[1]]}', 'after W a : is missing'],
])('of %s one sentence says what is wrong: %s', (text, what) => {
  expect(() => parseArguments([text])).toThrow(`${text} cannot be read: ${what}. Write numbers as 2,`);
});
