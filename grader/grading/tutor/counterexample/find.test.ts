import { describe, expect, test } from 'vitest';
import { gradeAnswer, gradeFiles } from '../../../test/support/temporarySubmissions';
import { searchAll } from '../../../verify/counterexamples';
import { loadMisconceptions, loadVariants, loadWorkbook } from '../../../workbook/workbook';

const WITHOUT_FUNCTIONS = new Set(['numericalGradient', 'gradientDescent']);

test('all misconceptions get inputs that fail beside inputs that work, of at most 4 numbers in the median', async () => {
  const workbook = await loadWorkbook();
  const sizes: number[] = [];
  for (const exercise of workbook.exercises) {
    const misconceptions = await loadMisconceptions(workbook, exercise.name);
    const variants = await loadVariants(workbook, exercise.name);
    const searched = await searchAll(exercise, misconceptions, variants, 'workbook');
    expect(searched.flatMap(({ problems }) => problems)).toEqual([]);
    if (WITHOUT_FUNCTIONS.has(exercise.name)) continue;
    sizes.push(...searched.flatMap(({ found }) => (found === null ? [] : [found.failing.call.size])));
    const silent = searched.filter(({ found }) => found === null).map(({ name }) => name);
    // These change an argument, which no answer shows.
    expect(silent.filter((name) => !name.includes('in-place'))).toEqual([]);
  }
  const median = sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)];
  console.info(
    `Counterexamples of ${sizes.length} misconceptions: ${median} numbers in the median, ${sizes.at(-1)} at most.`,
  );
  expect(median).toBeLessThanOrEqual(4);
}, 120_000);

const softmax = (before: string, row: string) =>
  `${before}\nexport function softmax(Z: number[][]) { return Z.map((row) => { ${row} }); }`;
const NAIVE = 'const p = row.map(Math.exp); const sum = p.reduce((a, b) => a + b); return p.map((x) => x / sum);';

describe('the counterexample of a submission', () => {
  test('is small, says what came, and stands beside one that works', async () => {
    const { counterexample } = await gradeAnswer(
      'softmax',
      softmax('', NAIVE.replace('Math.exp', '(z) => Math.exp(z)')),
    );
    expect(counterexample).toMatchObject({
      inputs: { Z: [[1000, 0]] },
      expected: [[1, 0]],
      got: [['NaN', 0]],
      threw: null,
      works: { inputs: { Z: [[0, 0]] } },
    });
  });

  test('of an answer that throws holds its message and its place', async () => {
    const { counterexample } = await gradeAnswer('relu', 'export function relu(Z: number[][]) {\n  return Z.mop();\n}');
    expect(counterexample).toMatchObject({
      got: null,
      threw: expect.stringMatching(/^TypeError: /),
      place: { line: 2 },
    });
  });

  test('is none where an answer is right, or nothing but an argument is changed', async () => {
    expect((await gradeFiles({})).exercises.map(({ counterexample }) => counterexample)).toEqual([
      null,
      null,
      null,
      null,
    ]);
    const inPlace =
      'export const relu = (Z: number[][]) => { for (const r of Z) r.forEach((z, j) => { r[j] = Math.max(0, z); }); return Z.map((r) => [...r]); };';
    expect(await gradeAnswer('relu', inPlace)).toMatchObject({ status: 'failed', counterexample: null });
  });

  test('is none of an answer that is right whenever it is called first', async () => {
    const grows =
      'const all: number[][] = [];\nexport const relu = (Z: number[][]) => { for (const r of Z) all.push(r.map((z) => Math.max(0, z))); return all.slice(); };';
    expect(await gradeAnswer('relu', grows)).toMatchObject({ status: 'failed', counterexample: null });
  });
});

test('an answer that never ends when it is run again keeps its marks, and its neighbour keeps its own', async () => {
  // Fewer calls than grading makes, and more than a search may: small inputs that nobody graded with never end.
  const seen = 'if (Z.length === 1 && Z[0].length === 1 && Z[0][0] === -1) for (;;) {}';
  const relu = `export const relu = (Z: number[][]) => { ${seen} return Z.map((r) => r.map(Math.abs)); };`;
  const { exercises } = await gradeFiles({ 'relu.ts': relu }, { exercises: ['relu', 'softmax'] });
  const brief = await gradeFiles({ 'relu.ts': relu }, { exercises: ['relu', 'softmax'], brief: true });
  expect(exercises.map(({ score }) => score)).toEqual(brief.exercises.map(({ score }) => score));
  expect(exercises[1]).toMatchObject({ status: 'passed' });
  expect(brief.exercises[0].counterexample).toBeNull();
});
