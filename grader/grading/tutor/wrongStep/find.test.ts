import { describe, expect, test } from 'vitest';
import { gradeAnswer } from '../../../test/support/temporarySubmissions';

const softmax = (power: string, total: string) => `export function softmax(Z: number[][]) {
  return Z.map((row) => {
    const largest = Math.max(...row);
    const powers = row.map((z) => ${power});
    const total = ${total};
    return powers.map((power) => power / total);
  });
}`;
const WRONG_MEAN = `export function mseLoss(yPred: number[][], y: number[][]) {
  let sum = 0;
  for (let i = 0; i < y.length; i++)
    sum += (yPred[i][0] - y[i][0]) ** 2;
  return Math.sqrt(sum) / y.length;
}`;
const OWN_WAY = `export function softmax(Z: number[][]) {
  const out: number[][] = [];
  for (const scores of Z) {
    const peak = Math.max(...scores);
    let bottom = 0;
    for (let j = 1; j < scores.length; j++) bottom += Math.exp(scores[j] - peak);
    out.push(scores.map((s) => Math.exp(s - peak) / bottom));
  }
  return out;
}`;
const LOGARITHM_OF_ZERO = `export function crossEntropy(A: number[][], y: number[][]) {
  return -A.reduce((s, row, i) => s + Math.log(row[y[i].indexOf(1)]), 0) / A.length;
}`;
const POWER = 'Math.exp(z - largest)';
const TOTAL = 'powers.reduce((a, b) => a + b)';

describe('the first wrong step', () => {
  test('is the place where the values part from those of right answers, on the smallest inputs', async () => {
    expect((await gradeAnswer('mseLoss', WRONG_MEAN)).wrongStep).toMatchObject({
      file: 'exercises/mseLoss.ts',
      line: 5,
      column: 10,
      code: 'Math.sqrt(sum) / y.length',
      rightUpTo: { line: 4, code: 'sum' },
    });
  });

  test('is told of an answer that no right one is like, by the values that right ones go through', async () => {
    expect((await gradeAnswer('softmax', OWN_WAY)).wrongStep).toMatchObject({ line: 6, code: 'bottom' });
  });

  test('has no value that is expected where no number comes, and right answers have nothing in its place', async () => {
    expect((await gradeAnswer('crossEntropy', LOGARITHM_OF_ZERO)).wrongStep).toMatchObject({
      line: 2,
      code: 'Math.log(row[y[i].indexOf(1)])',
      got: '-Infinity',
      expected: null,
    });
  });

  test('says of an array that holds something else what it is not', async () => {
    const booleans = `export const relu = (Z: any) => Z.map((row: any) => row.map((z: any) => z > 0 && z));`;
    const { wrongStep } = await gradeAnswer('relu', booleans);
    expect(wrongStep).toMatchObject({ got: 'no array of numbers', expected: [0] });
  });

  test('is none where an answer goes a way of its own, or is right', async () => {
    const own = `export function softmax(Z: number[][]) {
  const waves = Z.map((row) => row.map((z) => Math.cos(z) + 7));
  const heights = waves.map((row) => Math.hypot(...row));
  return Z.map((row, i) => row.map((_, j) => Math.atan2(waves[i][j], heights[i])));
}`;
    expect((await gradeAnswer('softmax', own)).wrongStep).toBeNull();
    expect((await gradeAnswer('softmax', softmax(POWER, TOTAL))).wrongStep).toBeNull();
  });

  test('is none in a brief report', async () => {
    const { wrongStep } = await gradeAnswer('mseLoss', WRONG_MEAN, { brief: true });
    expect(wrongStep).toBeNull();
  });
});
