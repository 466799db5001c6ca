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

describe('answers lose the checks that they should', () => {
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

  test.each([
    ['right', '-t / n', '1e-15', []],
    [
      'without the minus',
      't / n',
      '1e-15',
      ['agrees', 'exercise-2', 'uniform', 'worked-example', 'confident-and-wrong'],
    ],
    ['summed', '-t', '1e-15', ['agrees', 'exercise-2', 'uniform', 'worked-example', 'batch-twice']],
    ['without epsilon', '-t / n', '0', ['perfect', 'confident-and-wrong']],
  ])('crossEntropy, %s', async (_, expression, epsilon, lost) => {
    const source = `export function crossEntropy(A: number[][], y: number[][]) {
      const n = A.length; let t = 0;
      A.forEach((r, i) => r.forEach((a, j) => { t += y[i][j] * Math.log(a + ${epsilon}); }));
      return ${expression};
    }`;
    expect(lostChecks(await gradeAnswer('crossEntropy', source))).toEqual(lost);
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

test.each([
  ['UTF-8 with a byte-order mark', (text: string) => Buffer.from(`\ufeff${text}`)],
  ['UTF-16, as PowerShell writes it', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16 the other way round', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
])('a file in %s is graded', async (_, encode) => {
  const source = '/** ü */ export const relu = (Z: number[][]) => Z.map((row) => row.map((z) => Math.max(0, z)));';
  const report = await gradeAnswer('relu', encode(source));
  expect(report).toMatchObject({ status: 'passed', error: null });
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

  test('print, and see it in the report', async () => {
    const source = 'export function relu(Z: number[][]) { console.log("rows:", Z.length, [1, 2]); return Z; }';
    expect((await gradeAnswer('relu', source)).console).toMatch(/rows: \d+ \[ 1, 2 \]\n/);
  });

  test('print without end, and see it cut at a sensible length', async () => {
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
