import { expect, test } from 'vitest';
import type { WrongStepReport } from '../../grading/report';
import { wrongStepSentence } from './wrongStep';

const file = 'exercises/softmax.ts';
const step: WrongStepReport = {
  file,
  line: 6,
  column: 11,
  code: 'total',
  got: 2.5182,
  expected: 3.5182,
  rightUpTo: { line: 5, code: 'powers' },
};

test('the first wrong step is a line, what is worked out there, what came of it and what should have', () => {
  expect(wrongStepSentence(step, file)).toBe('Right up to line 5 (powers). Line 6, total: 2.518, expected 3.518.');
});

test('numbers have the digits that tell them apart', () => {
  expect(wrongStepSentence({ ...step, got: 0.1234564, rightUpTo: null, expected: 0.1234589 }, file)).toBe(
    'Line 6, total: 0.123456, expected 0.123459.',
  );
});

test('a step in a helper file names it, and one that threw has no value', () => {
  const inHelper = { ...step, file: 'exercises/helper.ts', got: null, expected: [[0, 1]], rightUpTo: null };
  expect(wrongStepSentence(inHelper, file)).toBe('exercises/helper.ts:6, total: an error, expected [[0, 1]].');
});

test('what is right in another file than the exercise names it', () => {
  const rightUpTo = { file: 'exercises/helper.ts', line: 5, code: 'powers' };
  expect(wrongStepSentence({ ...step, rightUpTo }, file)).toBe(
    'Right up to exercises/helper.ts:5 (powers). Line 6, total: 2.518, expected 3.518.',
  );
  expect(wrongStepSentence({ ...step, rightUpTo: { ...rightUpTo, file } }, file)).toMatch(/^Right up to line 5 /);
});

test('a step that comes to no number, where right answers have nothing, says what came', () => {
  expect(wrongStepSentence({ ...step, got: '-Infinity', expected: null, rightUpTo: null }, file)).toBe(
    'Line 6, total: -Infinity.',
  );
});
