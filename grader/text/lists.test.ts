import { expect, test } from 'vitest';
import { formatList } from './lists';

test('a list in a sentence has "and" before its last item, without a comma', () => {
  expect(formatList([])).toBe('');
  expect(formatList(['relu'])).toBe('relu');
  expect(formatList([1, 2])).toBe('1 and 2');
  expect(formatList(['relu', 'softmax', 'sigmoid'])).toBe('relu, softmax and sigmoid');
});
