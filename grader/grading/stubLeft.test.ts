import { expect, test } from 'vitest';
import { exerciseOf, gradeFiles } from '../test/support/temporarySubmissions';

const THROW = "throw new Error('TODO: write relu');";

const gradeRelu = async (source: string) =>
  exerciseOf(await gradeFiles({ 'relu.ts': source }, { exercises: ['relu'] }), 'relu');

test.each([
  ['above', `export function relu(Z) {\n  ${THROW}\n  return Z.map((row) => row.map((z) => Math.max(0, z)));\n}`, 2],
  ['below', `export function relu(Z) {\n  const A = Z;\n  ${THROW}\n}`, 3],
])('the throw of the stub, left %s code of the learner’s, is to be deleted', async (_, source, line) => {
  const { status, error, score } = await gradeRelu(source);
  expect(status).toBe('error');
  expect(score).toBe(0);
  expect(error).toMatchObject({
    line,
    message: 'This throw is left over from the stub. Delete the line, so that your own code counts.',
  });
});

test.each([
  `export function relu(Z) {\n  // max(0, z)\n  ${THROW}\n}`,
  `export const relu = (Z) => { ${THROW} };`,
  `const positive = (z) => Math.max(0, z);\nexport function relu(Z) { ${THROW} }`,
])('a function that does nothing but throw it is not started: %s', async (source) => {
  expect((await gradeRelu(source)).status).toBe('not-started');
});
