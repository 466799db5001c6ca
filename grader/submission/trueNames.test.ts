import { expect, test } from 'vitest';
import { exerciseOf, gradeFiles } from '../test/support/temporarySubmissions';

const RELU = 'export const relu = (Z: number[][]) => Z.map((row) => row.map((z) => Math.max(0, z)));\n';

/** The error of exercise relu in a submission with these files. */
const errorOf = async (files: Readonly<Record<string, string | null>>) =>
  exerciseOf(await gradeFiles(files, { exercises: ['relu'] }), 'relu').error;

test('an exercise file whose name differs in the case of letters is missing, and named', async () => {
  expect(await errorOf({ 'relu.ts': null, 'Relu.ts': RELU })).toMatchObject({
    kind: 'missing-file',
    message: 'This file does not exist. There is one called Relu.ts: rename it to relu.ts.',
  });
});

test.each([
  ['./Helper', 'helper.ts', './helper'],
  ['./Lib/helper.js', 'lib/helper.ts', './lib/helper'],
  ['./lib', 'Lib/index.ts', './Lib'],
])('the import "%s" of %s is refused with the right spelling', async (specifier, file, right) => {
  expect(await errorOf({ 'relu.ts': `export { relu } from '${specifier}';\n`, [file]: RELU })).toMatchObject({
    kind: 'import',
    line: 1,
    message: `This file is called ${file}: import it as "${right}".`,
  });
});

test.each([
  ['./matmull', 'There is no file matmull.ts. Did you mean "./matmul"?'],
  ['./matmull.js', 'There is no file matmull.ts. Did you mean "./matmul"?'],
  ['./lib/sums', 'There is no file lib/sums.ts. Did you mean "./lib/sum"?'],
  ['./utilities', 'There is no file utilities.ts. Create it, or change this import.'],
  ['matmul', 'Import your own matmul.ts as "./matmul", not "matmul".'],
  ['./data.json', /^An exercise may import its own helper files .*, not "\.\/data\.json"\.$/],
  ['../solutions/relu', /^An exercise may import its own helper files .*, not "\.\.\/solutions\/relu"\.$/],
])('of the import "%s" it is said what is there instead', async (specifier, message) => {
  const files = { 'relu.ts': `export { relu } from '${specifier}';\n`, 'matmul.ts': RELU, 'lib/sum.ts': RELU };
  const error = await errorOf({ ...files, 'data.json': '{}' });
  expect(error?.kind).toBe('import');
  if (typeof message === 'string') expect(error?.message).toBe(message);
  else expect(error?.message).toMatch(message);
});

test.each([
  ['./helper', 'helper.ts'],
  ['./lib/', 'lib/index.ts'],
  ['./', 'index.ts'],
])('the import "%s" finds %s', async (specifier, file) => {
  expect(await errorOf({ 'relu.ts': `export { relu } from '${specifier}';\n`, [file]: RELU })).toBeNull();
});
