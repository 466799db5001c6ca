import { expect, test } from 'vitest';
import { dueHints, hintOf } from './dueHints';

const hints = [
  hintOf({ text: 'one row at a time', due: ['rows', 'column-axis'] }),
  hintOf({ text: 'the largest of the row', due: ['extremes', 'global-maximum'] }),
  hintOf({ text: 'subtract something', due: ['extremes'] }),
  hintOf('the code'),
];

test('a hint is due where one of its checks fails, and one without a word always', () => {
  expect(dueHints(hints, { checks: ['extremes'], causes: [] })).toEqual([1, 2, 3]);
  expect(dueHints(hints, { checks: ['shape'], causes: ['another'] })).toEqual([3]);
});

test('hints about the very reason come without those that are due for a check alone', () => {
  expect(dueHints(hints, { checks: ['rows', 'extremes'], causes: ['global-maximum'] })).toEqual([1, 3]);
});
