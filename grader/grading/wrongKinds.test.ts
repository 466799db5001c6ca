import { describe, expect, test } from 'vitest';
import { gradeAnswer } from '../test/support/temporarySubmissions';

describe('each wrong kind of answer gets a sentence of its own', () => {
  test.each([
    ['nothing', '() => {}', /^A is undefined: softmax returned nothing where a matrix/],
    ['null', '() => null', /^A is null, expected a matrix/],
    ['a Promise', 'async (Z) => Z', /^A is a Promise, .*take async and await away/],
    ['a number', '() => 1', /^A is a single number, expected a matrix/],
    ['a string', "() => 'abc'", /^A is a string \("abc"\), expected a matrix/],
    ['a flat array', '(Z) => Z.flat()', /^A is a flat array of \d+ numbers, expected a matrix/],
    ['a typed array', '(Z) => new Float64Array(Z.flat())', /^A is a typed array, .*Array\.from/],
    ['typed rows', '(Z) => Z.map((r) => Float64Array.from(r))', /^A has typed arrays as rows, .*Array\.from\(row\)/],
    [
      'ragged rows',
      '(Z) => Z.map((r, i) => r.slice(0, 1 + r.length - i).concat(i ? [] : [1]))',
      /^A is ragged: A\[0\] has \d+ entries, A\[1\] has \d+/,
    ],
    ['a string inside', "(Z) => Z.map((r) => r.map(() => '1'))", /^A\[0\]\[0\] is a string, expected a number/],
    ['a hole', '(Z) => Z.map((r) => new Array(r.length))', /^A\[0\]\[0\] is undefined, expected a number/],
    ['a list of matrices', '(Z) => [Z, Z]', /^A is an array of 2 arrays, expected a matrix/],
    ['an object', '(Z) => ({ A: Z })', /^A is an object, expected a matrix/],
    ['a function', '(Z) => () => Z', /^A is a function, expected a matrix/],
  ])('%s', async (_, source, message) => {
    const report = await gradeAnswer('softmax', `export const softmax = ${source};`);
    expect(report.checks.find(({ id }) => id === 'probabilities')?.message).toMatch(message);
    expect(report.score).toBe(0);
  });

  test('NaN, with the place of the first one', async () => {
    const source = 'export const softmax = (Z: number[][]) => Z.map((r) => r.map((z, j) => (j === 0 ? z : NaN)));';
    const report = await gradeAnswer('softmax', source);
    expect(report.checks.find(({ id }) => id === 'probabilities')?.message).toBe(
      'A[0][1] is NaN, expected a number in [0, 1]',
    );
  });

  test('a mathjs Matrix', async () => {
    const source = `import { matrix } from 'mathjs'; export const softmax = (Z) => matrix(Z);`;
    const report = await gradeAnswer('softmax', source);
    expect(report.checks[0].message).toMatch(/^A is a mathjs Matrix, .*\.toArray\(\)/);
  });

  test('a transposed matrix is called transposed', async () => {
    const report = await gradeAnswer(
      'relu',
      'export const relu = (Z: number[][]) => Z[0].map((_, j) => Z.map((r) => Math.max(0, r[j])));',
    );
    expect(report.checks[0].message).toMatch(
      /^A has shape \((\d+), (\d+)\), expected \(\2, \1\): rows and columns are swapped$/,
    );
  });

  test('a vector where one number should be', async () => {
    const report = await gradeAnswer('crossEntropy', 'export const crossEntropy = (A: number[][]) => A.map(() => 1);');
    expect(report.checks[0].message).toMatch(/^loss is an array of \d numbers?, expected one number$/);
  });

  test('only A2 where the pair should be', async () => {
    const report = await gradeAnswer('forwardMlp', 'export const forwardMlp = (X: number[][]) => X;');
    expect(report.checks[0].message).toMatch(/^\[A1, A2\] is a matrix of shape \(\d, \d\), expected an array of 2$/);
  });
});
