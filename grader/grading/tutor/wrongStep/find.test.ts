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
const LIKED_BEST = `export function crossEntropy(A: number[][], y: number[][]) {
  let sum = 0;
  for (let i = 0; i < A.length; i++) {
    const k = A[i].indexOf(Math.max(...A[i]));
    sum += -Math.log(A[i][k] + 1e-15);
  }
  return sum / A.length;
}`;
const loops = (largest: string, limit: string, found: string) => `export function softmax(Z: number[][]) {
  const out: number[][] = [];
  for (let i = 0; i < Z.length; i++) {
    let biggest = ${largest};
    for (let j = 0; j < ${limit}; j++) {
      if (Z[i][j] > biggest) biggest = ${found};
    }
    const row: number[] = [];
    let total = 0;
    for (let j = 0; j < Z[i].length; j++) total += Math.exp(Z[i][j] - biggest);
    for (let j = 0; j < Z[i].length; j++) row.push(Math.exp(Z[i][j] - biggest) / total);
    out.push(row);
  }
  return out;
}`;
const crossEntropy = (body: string) => `export function crossEntropy(A: number[][], y: number[][]) {
  let loss = 0;
  ${body}
}`;
/** Answers with a mistake that shows only in a line which is right. */
const DOUBTFUL: Readonly<Record<string, readonly [string, string]>> = {
  'a counter, for a maximum that begins with another row': ['softmax', loops('Z[0][0]', 'Z[i].length', 'Z[i][j]')],
  'a counter, for a maximum that is an index': ['softmax', loops('-Infinity', 'Z[i].length', 'j')],
  'a division, for a total that is the last one': [
    'softmax',
    `export const softmax = (Z: number[][]) => Z.map((row) => {
  const m = Math.max(...row);
  const e = row.map((z) => Math.exp(z - m));
  const s = e.reduce((b, a) => a, 0);
  return e.map((v) => v / s);
});`,
  ],
  'a sum, for a sign that is made good at the end': [
    'crossEntropy',
    crossEntropy(`for (let i = 0; i < A.length; i++)
    for (let j = 0; j < A[0].length; j++) loss += y[i][j] * Math.log(A[i][j]) + 1e-15;
  return -loss / A.length;`),
  ],
  'a sum, for loops that begin at 1': [
    'crossEntropy',
    crossEntropy(`for (let i = 1; i < A.length; i++)
    for (let j = 1; j < A[0].length; j++) loss += y[i][j] * Math.log(A[i][j] + 1e-15);
  return -loss / A.length;`),
  ],
  'a sum, for a logarithm that comes after it': [
    'crossEntropy',
    crossEntropy(`for (let i = 0; i < A.length; i++)
    for (let j = 0; j < A.length; j++) loss -= A[i][j] * y[i][j];
  return Math.log(loss / A.length + 1e-15);`),
  ],
  'row maxima without a second axis': [
    'softmax',
    `import { exp, max, sum, subtract, divide, map } from 'mathjs';
export function softmax(Z: any): any {
  const m = max(Z, 1);
  const e = map(subtract(Z, m), (z: any) => exp(z));
  const s: any = sum(e, 1);
  return e.map((row: any, i: any) => divide(row, s[i]));
}`,
  ],
  'a reduction, for rows that are put into one': [
    'softmax',
    `export function softmax(Z: any): any {
  const A: any[] = [];
  for (let i = 0; i < Z.length; i++) {
    const row: number[] = Z[i];
    const m = Math.max(...row);
    const e = row.map((z) => Math.exp(z - m));
    const s = e.reduce((a, b) => a + b, 0);
    A.push(...e.map((v) => v / s));
  }
  return A;
}`,
  ],
  'a length, for loops in the other order': [
    'relu',
    `export function relu(Z: number[][]) {
  const A: number[][] = [];
  for (let j = 0; j < Z[0].length; j++) {
    const col: number[] = [];
    for (let i = 0; i < Z.length; i++) col.push(Math.max(0, Z[i][j]));
    A.push(col);
  }
  return A;
}`,
  ],
  'a condition, for a loop that counts another variable': [
    'matrixMultiply',
    `export function matrixMultiply(X: number[][], W: number[][]) {
  const Z: number[][] = [];
  for (let i = 0; i < X.length; i++) {
    const row: number[] = [];
    for (let j = 0; j < W[0].length; j++) {
      let s = 0;
      for (let k = 0; k < W.length; i++) s += X[i][k] * W[k][j];
      row.push(s);
    }
    Z.push(row);
  }
  return Z;
}`,
  ],
  'an exponential, where a later line threw': [
    'softmax',
    `class Softmax {
  private readonly eps = 1e-15;
  forward(Z: number[][]) {
    return Z.map((row) => {
      const e = row.map((z) => Math.exp(z));
      const s = e.reduce((a, b) => a + b, 0);
      return e.map((v) => v / (s + this.eps));
    });
  }
}
export const softmax = new Softmax().forward;`,
  ],
};

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

  test.each(Object.entries(DOUBTFUL))(
    'is none where a right line would be blamed: %s',
    async (_, [exercise, source]) => {
      expect((await gradeAnswer(exercise, source)).wrongStep).toBeNull();
    },
  );

  test('is what is made of the wrong rows, where these are only read', async () => {
    expect((await gradeAnswer('crossEntropy', LIKED_BEST)).wrongStep).toMatchObject({
      line: 4,
      code: 'k',
      got: 0,
      expected: 1,
    });
  });

  test('is none in a brief report', async () => {
    const { wrongStep } = await gradeAnswer('mseLoss', WRONG_MEAN, { brief: true });
    expect(wrongStep).toBeNull();
  });
});
