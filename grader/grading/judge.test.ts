import { expect, test } from 'vitest';
import { gradeAnswer } from '../test/support/temporarySubmissions';

test('a law whose first answer is NaN says so, and compares nothing with it', async () => {
  const { checks } = await gradeAnswer(
    'relu',
    'export const relu = (Z: number[][]) => Z.map((r) => r.map(() => NaN));',
  );
  const scales = checks.find(({ id }) => id === 'scales');
  expect(scales?.message).toBe('A[0][0] is NaN, expected a finite number');
  expect(checks.map(({ message }) => message).join()).not.toContain('NaN, expected NaN');
});

test('no law holds among infinities where the answer is a finite number', async () => {
  const { checks } = await gradeAnswer(
    'relu',
    'export const relu = (Z: number[][]) => Z.map((r) => r.map(() => Number.POSITIVE_INFINITY));',
  );
  const laws = checks.filter(({ id }) => id === 'scales' || id === 'splits');
  expect(laws.map(({ message }) => message)).toEqual(laws.map(() => 'A[0][0] is Infinity, expected a finite number'));
});

test('an answer of which one part holds no numbers has no property', async () => {
  const { checks } = await gradeAnswer(
    'forwardMlp',
    'export const forwardMlp = (X: number[][]) => [X.map(() => []), X];',
  );
  expect(checks.filter(({ status }) => status === 'passed').map(({ id }) => id)).toEqual(['inputs-unchanged']);
});
