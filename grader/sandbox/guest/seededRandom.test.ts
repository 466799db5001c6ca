import { expect, test } from 'vitest';
import { gradeAnswer } from '../../test/support/temporarySubmissions';

test('Math.random is the same each time that a submission is graded, and for each call', async () => {
  const source = `const first = Math.random();
    export const relu = (Z: number[][]) => { console.log(first, Math.random(), Math.random()); return Z.map((r) => r.map(() => Math.random())); };`;
  const [once, again] = [await gradeAnswer('relu', source), await gradeAnswer('relu', source)];
  expect(again).toEqual(once);
  const [line, next] = once.console.split('\n');
  expect(next).toBe(line);
  expect(new Set(line.split(' ').slice(1)).size).toBe(2);
});
