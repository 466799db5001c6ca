import { expect, test } from 'vitest';
import { asJudged } from './asJudged';

/** A function of a matrix, a vector as long as its rows, and a record, which returns what it got. */
const { f } = asJudged(
  { f: (...inputs: unknown[]) => inputs },
  { name: 'f', parameters: ['X', 'v', 'params'], kinds: [['n', 'm'], ['m'], { W: ['m', 1], h: 'number' }] },
) as { f: (...inputs: unknown[]) => unknown };

const RIGHT = [[[1, 2]], [3, 4], { W: [[5], [6]], h: 7 }] as const;

test('inputs like those that were judged get through, as copies, and what comes after them does not', () => {
  const got = f(...RIGHT, 'more') as unknown[];
  expect(got).toEqual(RIGHT);
  expect(got[0]).not.toBe(RIGHT[0]);
});

test.each<[string, readonly unknown[], string]>([
  ['a flat array', [[1, 2], [3, 4], RIGHT[2]], 'f takes a matrix (n, m) as X, and got an array (2)'],
  ['a number', [1, [3, 4], RIGHT[2]], 'f takes a matrix (n, m) as X, and got a number'],
  ['nothing', [[[1, 2]]], 'f takes an array (m) as v, and got nothing'],
  ['rows of two lengths', [[[1, 2], [3]], [3, 4], RIGHT[2]], 'f takes a matrix (n, m) as X, and got a matrix (2, 2)'],
  ['a size that goes with another', [[[1, 2]], [3], RIGHT[2]], 'f takes an array (m) as v, and got an array (1)'],
  [
    'a column too many',
    [
      [[1, 2]],
      [3, 4],
      {
        W: [
          [5, 5],
          [6, 6],
        ],
        h: 7,
      },
    ],
    'f takes an object as params, and got an object',
  ],
  ['a text in a matrix', [[['1', 2]], [3, 4], RIGHT[2]], 'f takes a matrix (n, m) as X, and got a matrix (1, 2)'],
])('%s is refused in words', (_, inputs, message) => {
  expect(() => f(...inputs)).toThrow(message);
});
