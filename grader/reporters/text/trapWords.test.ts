import { expect, test } from 'vitest';
import type { ExerciseReport } from '../../grading/report';
import { exerciseDetails } from './exerciseDetails';
import { newStyle } from './style';
import { trapWords } from './trapWords';

const trap = (line: number, file = 'exercises/relu.ts') => ({
  id: 'caret-is-no-power',
  file,
  line,
  sentence: `Line ${line} is odd`,
});

const exercise: ExerciseReport = {
  name: 'relu',
  chapter: '3.2',
  section: { id: '3', title: '' },
  file: 'exercises/relu.ts',
  status: 'failed',
  score: 0,
  maxScore: 1,
  error: null,
  checks: [
    {
      id: 'a',
      title: 'A check',
      points: 1,
      score: 0,
      status: 'failed',
      message: 'Z is wrong',
      example: null,
      place: null,
    },
  ],
  diagnosis: [{ misconception: 'm', question: 'What should -2 give?', factor: null }],
  traps: [trap(3), trap(5, 'exercises/helper.ts'), trap(7)],
  carriedForward: [],
  console: '',
  place: null,
};

test('a trap is said with its line, and with its file where that is a helper', () => {
  expect(trapWords(exercise)).toEqual(['Line 3: Line 3 is odd.', 'exercises/helper.ts:5: Line 5 is odd.']);
  expect(trapWords(exercise, true)).toHaveLength(3);
});

test('on the screen traps stand after the question and before the checks', () => {
  expect(exerciseDetails(exercise, 's', newStyle(100, false))).toEqual([
    '    ? Question: What should -2 give?',
    '    ! Line 3: Line 3 is odd.',
    '    ! exercises/helper.ts:5: Line 5 is odd.',
    '  ✗ A check (not yet, 1 point)',
    '      Z is wrong',
  ]);
});
