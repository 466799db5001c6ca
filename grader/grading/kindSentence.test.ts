import { expect, test } from 'vitest';
import { gradeAnswer } from '../test/support/temporarySubmissions';

const messageOf = async (body: string, before = '') => {
  const { checks } = await gradeAnswer('relu', `${before}\nexport const relu = (Z: number[][]): any => ${body};`);
  return checks.find(({ id }) => id === 'agrees')?.message;
};

test('rows that are undefined are said to be', async () => {
  expect(await messageOf('Z.map((r) => { r.map((z) => Math.max(0, z)); })')).toBe(
    'A[0] is undefined, expected a row of numbers',
  );
});

test('errors of mathjs come through as mathjs words them, the first as well as the next', async () => {
  const said = /TypeError: Function 'exp' doesn't apply to matrices/;
  expect(await messageOf('exp(Z as any)', "import { exp } from 'mathjs';")).toMatch(said);
  expect(await messageOf("add(Z as any, 'x')", "import { add } from 'mathjs';")).toMatch(
    /: Cannot convert "x" to a number$/,
  );
});

test('of a number beside an array, the number is the wrong one', async () => {
  expect(await messageOf('[1, Z[0]]')).toBe(
    'A[0] is a single number beside an array, expected a matrix (an array of rows)',
  );
});
