import { describe, expect, test } from 'vitest';
import { gradeAnswer } from '../test/support/temporarySubmissions';

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

  test('points at no entry of an answer of another shape', async () => {
    const flat = await exampleOf('relu', 'agrees', 'export const relu = (Z: number[][]) => Z.map(() => [0, 0, 0]);');
    expect(flat?.wrong).toEqual({});
  });

  test('points at no entry where there are several right answers', async () => {
    const still =
      'export const gradientDescent = (X, y, W, b) => [W.map((row) => [...row]), b.map((row) => [...row]), [1, 1]];';
    const learns = await exampleOf('gradientDescent', 'learns', still);
    expect(learns).toMatchObject({ case: 'mini-batches', wrong: {} });
  });

  test('gives NaN as a string', async () => {
    const source = 'export const softmax = (Z: number[][]) => Z.map((r) => r.map(() => NaN));';
    const example = await exampleOf('softmax', 'probabilities', source);
    expect(example?.got).toContainEqual(expect.arrayContaining(['NaN', 'NaN']));
  });

  test('gives a large matrix by its shape', async () => {
    const source =
      'export const relu = (Z: number[][]) => (Z[0].length > 100 ? Z : Z.map((r) => r.map((z) => Math.max(0, z))));';
    const example = await exampleOf('relu', 'agrees', source);
    expect(example?.inputs).toEqual({ Z: { shape: [expect.any(Number), expect.any(Number)] } });
  });
});
