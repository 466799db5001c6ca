import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { exerciseOf, gradeAnswer, gradeFiles, lostChecks } from '../test/support/temporarySubmissions';
import { toyWorkbook } from '../test/support/toyWorkbook';
import { openWorkbook } from '../workbook/open';
import { grade } from './gradeSubmission';

/** The toy exercise with a check of every kind that its answers can fail apart from others. */
const FOUR_CHECKS = [
  { from: 'import { agrees', to: 'import { hasTheShape, law, scale, agrees' },
  {
    from: 'checks: {',
    to: `checks: {
      'same-shape': { title: 'Shape', points: 1, on: ['by-hand'], holds: hasTheShape() },
      'scales': { title: 'Scales', points: 1, on: ['by-hand'], holds: law<typeof double>({
        statement: 'double(3 Z) = 3 double(Z)',
        calls: ([Z]) => [[scale(Z, 3)]],
        expected: (D) => [scale(D, 3)],
      }) },`,
  },
].map((change) => ({ file: 'fixtures/double/fixture.ts', ...change }));

/** The checks of the toy exercise that `double`, an arrow function of `Z`, loses. */
async function lostOfToy(double: string): Promise<readonly string[]> {
  const root = toyWorkbook({ double: FOUR_CHECKS }, { 'exercises/double.ts': `export const double = ${double};` });
  const workbook = await openWorkbook(root);
  const { exercises } = workbook;
  const folder = path.join(root, 'exercises');
  const report = await grade({ workbook, exercises, folder, shownFolder: 'exercises', seed: 's', timeLimit: 2000 });
  return lostChecks(report.exercises[0]);
}

describe('wrong answers lose the checks that they should', () => {
  test.each([
    ['(Z: number[][]) => Z.map((r) => r.map((z) => 2 * z))', []],
    ['(Z: number[][]) => Z.map((r) => r.map((z) => 2 * Math.abs(z)))', ['agrees']],
    ['(Z: number[][]) => Z.map((r) => r.map((z) => z * z))', ['scales', 'agrees']],
    [
      '(Z: number[][]) => { for (const r of Z) r.forEach((z, j) => { r[j] = 2 * z; }); return Z; }',
      ['inputs-unchanged'],
    ],
    ['(Z: number[][]) => Z.flat().map((z) => 2 * z)', ['same-shape', 'scales', 'agrees', 'inputs-unchanged']],
  ])('%s', async (double, lost) => {
    expect(await lostOfToy(double)).toEqual(lost);
  });

  test.each([
    [
      'softmax',
      'Z.map((r) => { const e = r.map(Math.exp); const s = e.reduce((a, b) => a + b); return e.map((x) => x / s); })',
      ['extreme-scores'],
    ],
    [
      'softmax',
      '{ const m = Math.max(...Z.flat()); return Z.map((r) => { const e = r.map((z) => Math.exp(z - m)); const s = e.reduce((a, b) => a + b); return e.map((x) => x / s); }); }',
      ['extreme-scores'],
    ],
    [
      'softmax',
      'Z.map((r) => { const e = r.map((z) => Math.exp(z - Math.max(...r))); const s = e.reduce((a, b) => a + b); return e.map((x) => Number((x / s).toFixed(4))); })',
      ['rows-sum-to-one', 'agrees', 'extreme-scores'],
    ],
  ])('%s: %s', async (name, body, lost) => {
    const arrow = body.startsWith('{') ? body : `(${body})`;
    const report = await gradeAnswer(name, `export const ${name} = (Z: number[][]) => ${arrow};`);
    expect(lostChecks(report)).toEqual(lost);
    expect(report.status).toBe('failed');
  });

  test('crossEntropy without the minus, summed, and without epsilon', async () => {
    const answer = (expression: string) =>
      `export function crossEntropy(A: number[][], y: number[][]) { const n = A.length; let t = 0; A.forEach((r, i) => r.forEach((a, j) => { t += y[i][j] * Math.log(a + EPS); })); return ${expression}; }`;
    const lost = async (expression: string, epsilon = '1e-15') =>
      lostChecks(await gradeAnswer('crossEntropy', answer(expression).replace('EPS', epsilon)));
    expect(await lost('-t / n')).toEqual([]);
    expect(await lost('t / n')).toEqual(['agrees', 'exercise-2', 'uniform', 'worked-example', 'confident-and-wrong']);
    expect(await lost('-t')).toEqual(['agrees', 'exercise-2', 'uniform', 'worked-example', 'batch-twice']);
    expect(await lost('-t / n', '0')).toEqual(['perfect', 'confident-and-wrong']);
  });

  test('forwardMlp that leaves the biases out fails only where biases are not zero', async () => {
    const source = `import { multiply } from 'mathjs'; import { relu } from './relu'; import { softmax } from './softmax';
      export function forwardMlp(X, W1, b1, W2, b2) { const A1 = relu(multiply(X, W1)); return [A1, softmax(multiply(A1, W2))]; }`;
    const report = await gradeAnswer('forwardMlp', source);
    expect(lostChecks(report)).toEqual(['agrees', 'zero-weights']);
  });
});

test.each(['relu', 'softmax', 'crossEntropy', 'normalize'])(
  '%s without a number has no property that earns points',
  async (name) => {
    const { checks } = await gradeAnswer(name, `export const ${name} = () => [];`);
    const earned = checks.filter(({ status }) => status === 'passed').map(({ id }) => id);
    expect(earned.filter((id) => id !== 'inputs-unchanged')).toEqual([]);
  },
);

describe('the example of a failing check', () => {
  test('is its smallest failing case, with inputs, expected and got', async () => {
    const report = await gradeAnswer(
      'softmax',
      'export const softmax = (Z: number[][]) => Z.map((r) => r.map(() => 1 / r.length));',
    );
    const agrees = report.checks.find(({ id }) => id === 'agrees');
    expect(agrees).toMatchObject({
      status: 'failed',
      example: { case: expect.stringMatching(/^ordinary draw \d+$/), got: [expect.any(Array)] },
    });
    expect(Object.keys(agrees?.example?.inputs ?? {})).toEqual(['Z']);
  });

  const exampleOf = async (name: string, check: string, source: string) =>
    (await gradeAnswer(name, source)).checks.find(({ id }) => id === check)?.example;

  test('says where the answer is wrong', async () => {
    const source =
      'export const relu = (Z: number[][]) => Z.map((r) => r.map((z, j) => (j === 1 ? 1 : Math.max(0, z))));';
    const example = await exampleOf('relu', 'agrees', source);
    expect(example?.wrong?.A?.length).toBeGreaterThan(0);
    expect(example?.wrong?.A?.every(([, j]) => j === 1)).toBe(true);
  });

  test('says nothing is wrong where only an argument was changed, though the last digits differ', async () => {
    const source = `export function softmax(Z: number[][]) {
      for (const row of Z) row.forEach((z, j) => { row[j] = Math.exp(z - 3); });
      return Z.map((row) => { const sum = row.reduce((a, b) => a + b); return row.map((p) => p / sum); });
    }`;
    expect((await exampleOf('softmax', 'inputs-unchanged', source))?.wrong).toEqual({ A: [] });
  });

  test('leaves out what cannot be compared: another shape, several right answers', async () => {
    const flat = await exampleOf('relu', 'agrees', 'export const relu = (Z: number[][]) => Z.map(() => [0, 0, 0]);');
    expect(flat?.wrong).toEqual({});
    const still =
      'export const gradientDescent = (X, y, W, b) => [W.map((row) => [...row]), b.map((row) => [...row]), [1, 1]];';
    const learns = await exampleOf('gradientDescent', 'learns', still);
    expect(learns).toMatchObject({ case: 'mini-batches', wrong: {} });
  });

  test('gives NaN as a string and a large matrix by its shape', async () => {
    const nan = await gradeAnswer(
      'softmax',
      'export const softmax = (Z: number[][]) => Z.map((r) => r.map(() => NaN));',
    );
    expect(nan.checks.find(({ id }) => id === 'probabilities')?.example?.got).toContainEqual(
      expect.arrayContaining(['NaN', 'NaN']),
    );
    const source =
      'export const relu = (Z: number[][]) => (Z[0].length > 100 ? Z : Z.map((r) => r.map((z) => Math.max(0, z))));';
    const large = await gradeAnswer('relu', source);
    expect(large.checks.find(({ id }) => id === 'agrees')?.example?.inputs).toEqual({
      Z: { shape: [expect.any(Number), expect.any(Number)] },
    });
  });
});

describe('each wrong kind of answer gets a sentence of its own', () => {
  const MATHJS = `import { matrix } from 'mathjs'; export const softmax = (Z) => matrix(Z);`;
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
    const report = await gradeAnswer('softmax', MATHJS);
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

test.each([
  ['UTF-8 with a byte-order mark', (text: string) => Buffer.from(`\ufeff${text}`)],
  ['UTF-16, as PowerShell writes it', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16 the other way round', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
])('a file in %s is graded', async (_, encode) => {
  const source = '/** ü */ export const relu = (Z: number[][]) => Z.map((row) => row.map((z) => Math.max(0, z)));';
  const report = await gradeAnswer('relu', encode(source));
  expect(report).toMatchObject({ status: 'passed', error: null });
});

describe('what goes wrong in one exercise leaves the others as they are', () => {
  test.each([
    ['an endless loop in the call', 'export function relu() { for (;;); }', 'timeout'],
    ['an endless loop at import', 'for (;;);\nexport function relu() {}', 'timeout'],
    ['a syntax error', 'export function relu( {', 'syntax'],
    ['an early error that only JavaScript sees', 'export function relu() { let a; let a; }', 'syntax'],
    ['an import that is not allowed', "import fs from 'node:fs';\nexport const relu = () => fs;", 'import'],
    ['an import out of the submission', "import { x } from '../x';\nexport const relu = () => x;", 'import'],
    ['no export of that name', 'export const relU = () => 1;', 'missing-export'],
    ['a default export', 'export default function relu() {}', 'missing-export'],
    ['a throw at import', 'throw new Error("boom");', 'load'],
    ['not UTF-8', Buffer.from([0x2f, 0x2f, 0xff, 0xfe]), 'load'],
  ])('%s', async (_, source, kind) => {
    const report = await gradeFiles(
      {
        'relu.ts': source,
        'forwardMlp.ts':
          'import { multiply, add, map, max, exp, sum } from "mathjs"; const sm = (Z) => Z.map((r) => { const e = map(r, (z) => exp(z - max(r))); const s = sum(e); return e.map((x) => x / s); }); export const forwardMlp = (X, W1, b1, W2, b2) => { const A1 = map(add(multiply(X, W1), b1), (z) => max(0, z)); return [A1, sm(add(multiply(A1, W2), b2))]; };',
      },
      { timeLimit: 500 },
    );
    expect(exerciseOf(report, 'relu')).toMatchObject({
      status: 'error',
      score: 0,
      error: { kind },
    });
    expect(report.score).toBe(90);
  });

  test('a file that is not there', async () => {
    const report = await gradeFiles({ 'crossEntropy.ts': null });
    expect(exerciseOf(report, 'crossEntropy').error).toMatchObject({
      kind: 'missing-file',
      message: 'This file does not exist. To get it back, with its comment: npm run reset -- crossEntropy',
    });
    expect(report.score).toBe(75);
  });

  test('a heap that grows without end', async () => {
    const source = 'export function crossEntropy() { const a = []; for (;;) a.push(new Array(1000).fill(1.5)); }';
    const report = await gradeFiles({ 'crossEntropy.ts': source }, { timeLimit: 20_000 });
    expect(exerciseOf(report, 'crossEntropy').error).toMatchObject({
      kind: 'memory',
    });
    expect(report.score).toBe(75);
  });

  test('process.exit is not there to be called', async () => {
    const report = await gradeFiles({
      'crossEntropy.ts': 'export function crossEntropy() { process.exit(0); }',
    });
    expect(exerciseOf(report, 'crossEntropy')).toMatchObject({
      status: 'failed',
      score: 0,
    });
    expect(exerciseOf(report, 'crossEntropy').checks[0].message).toContain('process is not defined');
    expect(report.score).toBe(75);
  });

  test('built-ins that one exercise has replaced are as new for the next', async () => {
    const source = 'Array.prototype.map = () => []; Math.max = () => 7;\nexport const crossEntropy = () => 0;';
    const report = await gradeFiles({
      'relu.ts': source.replace('crossEntropy', 'relu'),
    });
    expect(exerciseOf(report, 'softmax').status).toBe('passed');
    expect(exerciseOf(report, 'crossEntropy').status).toBe('passed');
  });

  test('an exercise leaves no notes for the next where no name leads', async () => {
    const hidden = `function hidden(): Record<string, unknown> {
  try { return structuredClone(hidden) as never; } catch (error) { return Object.getPrototypeOf(error); }
}\n`;
    const report = await gradeFiles({
      'relu.ts': `${hidden}hidden().note = 'note';
export const relu = (Z: number[][]) => { /(n)ote/.exec('note'); return Z; };`,
      'softmax.ts': `${hidden}console.log('found', hidden().note, RegExp.$1, RegExp.lastMatch, RegExp.input);
export const softmax = (Z: number[][]) => Z;`,
    });
    expect(exerciseOf(report, 'softmax').console).toBe('found undefined   \n');
  });
});

describe('positions are those of the learner’s TypeScript', () => {
  test('where the code threw', async () => {
    const source =
      'interface Unused { a: number }\n\n\nexport function relu(Z: number[][]): number[][] {\n  const rows = undefined as unknown as number[];\n\n  return rows.map(() => Z[0]);\n}\n';
    const report = await gradeAnswer('relu', source);
    expect(report.checks[0].place).toEqual({
      file: 'exercises/relu.ts',
      line: 7,
      column: 15,
    });
    expect(report.place).toEqual({
      file: 'exercises/relu.ts',
      line: 4,
      column: 8,
    });
  });

  test('where an import is not allowed', async () => {
    const report = await gradeAnswer('relu', "// a comment\n\nimport _ from 'lodash';\nexport const relu = _;");
    expect(report.error).toMatchObject({ kind: 'import', line: 3 });
    expect(report.error?.message).toBe(
      'An exercise may import its own helper files (such as "./helper") and "mathjs", not "lodash".',
    );
  });
});

describe('a submission may', () => {
  test('split its work over helper files, in folders and with either extension', async () => {
    const report = await gradeFiles({
      'relu.ts':
        "import { positive } from './lib/positive.js';\nexport const relu = (Z: number[][]) => Z.map((r) => r.map(positive));",
      'lib/positive.ts': "import { zero } from './zero';\nexport const positive = (z: number) => Math.max(zero, z);",
      'lib/zero.js': 'export const zero = 0;',
    });
    expect(report.score).toBe(100);
  });

  test('print, and see it in the report, cut at a sensible length', async () => {
    const source = 'export function relu(Z: number[][]) { console.log("rows:", Z.length, [1, 2]); return Z; }';
    expect((await gradeAnswer('relu', source)).console).toMatch(/rows: \d+ \[ 1, 2 \]\n/);
    const flood =
      'export function relu(Z: number[][]) { for (let i = 0; i < 1e5; i++) console.log("x".repeat(100)); return Z; }';
    const { console: printed } = await gradeAnswer('relu', flood);
    expect(printed.length).toBeLessThan(10_000);
    expect(printed).toContain('the rest of what was printed is not shown');
  });
});

test('a helper file that is not written yet is named', async () => {
  const report = await gradeFiles({
    'layers.ts': "export function layer() { throw new Error('TODO: write layer'); }",
    'relu.ts': "import { layer } from './layers';\nexport const relu = layer;",
  });
  expect(exerciseOf(report, 'relu').status).toBe('failed');
  expect(exerciseOf(report, 'relu').checks[0].message).toBe('relu needs exercises/layers.ts, which is not written yet');
});
