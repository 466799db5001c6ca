import { expect, test } from 'vitest';
import { exerciseOf, gradeFiles } from '../../test/support/temporarySubmissions';
import { reasonsOf } from './reasons';

test('a flat array fails every check for one reason, however long it is', async () => {
  const source = 'export const relu = (Z: number[][]) => Z.flat().map((z) => Math.max(0, z));\n';
  const { checks } = exerciseOf(await gradeFiles({ 'relu.ts': source }, { exercises: ['relu'] }), 'relu');
  const unchanged = checks.find(({ title }) => title === 'Z is not changed by the call');
  expect(unchanged?.message).toMatch(/^A is a flat array of .*, so this earns nothing yet$/);
  expect(reasonsOf(checks)).toHaveLength(1);
});
