import { expect, test } from 'vitest';
import { HANDOUT_SEED } from '../workbook/handout';
import { loadWorkbook } from '../workbook/workbook';
import { kindsOf } from './kinds';

test.each([
  [
    'mseLoss',
    [
      ['n', 1],
      ['n', 1],
    ],
  ],
  ['sigmoid', [['n', 'm']]],
  [
    'crossEntropy',
    [
      ['n', 'm'],
      ['n', 'm'],
    ],
  ],
  [
    'matrixMultiply',
    [
      ['n', 'm'],
      ['m', 'k'],
    ],
  ],
  [
    'forwardMlp',
    [
      ['n', 'm'],
      ['m', 'k'],
      [1, 'k'],
      ['k', 'p'],
      [1, 'p'],
    ],
  ],
  ['numericalGradient', [['n', 'm'], ['n', 1], { W: ['m', 1], b: [1, 1] }, 'function', 'function', 'number']],
])('the sizes of the arguments of %s that go together have one name', async (name, kinds) => {
  const exercise = (await loadWorkbook()).exercises.find((one) => one.name === name);
  expect(exercise && kindsOf(exercise, HANDOUT_SEED)).toEqual(kinds);
});
