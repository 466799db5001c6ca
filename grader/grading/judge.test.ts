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
