import { expect, test } from 'vitest';
import { gradeAnswer } from '../../test/support/temporarySubmissions';
import { outcomeOf } from './inProcess';

test('a function of our own gets the random numbers that a learner gets, each time anew', async () => {
  const numbers = () => [[Math.random(), Math.random()]];
  const before = Math.random;
  const outcome = outcomeOf(numbers, [], false);
  expect(outcomeOf(numbers, [], false)).toEqual(outcome);
  expect(Math.random).toBe(before);
  const { counterexample } = await gradeAnswer('relu', 'export const relu = () => [[Math.random(), Math.random()]];');
  expect(outcome).toMatchObject({ answer: { value: counterexample?.got } });
});
