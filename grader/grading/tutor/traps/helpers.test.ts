import { afterAll, describe, expect, test } from 'vitest';
import { WarmGrader } from '../../../test/support/warmGrader';

const grader = new WarmGrader();
afterAll(() => grader.close());

const MLP = `import { matmul, addBias } from './helpers';
import { relu } from './relu';
import { softmax } from './softmax';
export function forwardMlp(X: number[][], W1: number[][], b1: number[][], W2: number[][], b2: number[][]) {
  const A1 = relu(addBias(matmul(X, W1), b1));
  return [A1, softmax(addBias(matmul(A1, W2), b2))];
}`;
const ADD_BIAS = `export function addBias(Z: number[][], b: number[][]): any {
  return Z.map((row) => row.map((z, j) => z + b[0][j]));
}`;
const matmul = (inner: string, end = 'return C;') => `export function matmul(A: number[][], B: number[][]): any {
  const C: number[][] = [];
  for (let i = 0; i < A.length; i++) {
    C[i] = [];
    for (let j = 0; j < B[0].length; j++) {
      C[i][j] = 0;
      for (let k = 0; k < B.length; k++) {
        ${inner}
      }
    }
  }
  ${end}
}`;
const SUM = 'C[i][j] += A[i][k] * B[k][j];';

/** The traps of a forwardMlp with these helper functions. */
async function trapsOf(...helpers: readonly string[]) {
  const { traps = [] } = await grader.report('forwardMlp', {
    'forwardMlp.ts': MLP,
    'helpers.ts': helpers.join('\n'),
  });
  return traps.map(({ file, line, sentence }) => `${file}:${line} ${sentence}`);
}

describe('of a helper file is said', () => {
  test('that an entry is set anew where products should add up', async () => {
    expect(await trapsOf(matmul('C[i][j] = A[i][k] * B[k][j];'), ADD_BIAS)).toEqual([
      'exercises/helpers.ts:8 C[i][j] = ... sets C[i][j] anew each time, so that only the last is left: to add up write C[i][j] += ...',
    ]);
  });

  test('that a sum is set anew, whatever is done before it', async () => {
    const product = 'const p = A[i][k] * B[k][j]; s = p;';
    const sums = matmul(product)
      .replace('C[i][j] = 0;', 'let s = 0;')
      .replace(/(s = p;\s*\})/, '$1 C[i][j] = s;');
    expect(await trapsOf(sums, ADD_BIAS)).toEqual([
      expect.stringMatching(/^exercises\/helpers.ts:8 s = ... sets s anew/),
    ]);
  });

  test('that a function whose result is used returns nothing, and which array it fills', async () => {
    expect(await trapsOf(matmul(SUM, ''), ADD_BIAS)).toEqual([
      'exercises/helpers.ts:1 matmul has braces and no return, so it gives undefined: write return C at its end',
    ]);
    const fills = `export function addBias(Z: number[][], b: number[][]): any {
  for (const row of Z) for (let j = 0; j < row.length; j++) row[j] += b[0][j];
}`;
    expect(await trapsOf(fills, matmul(SUM))).toEqual([
      'exercises/helpers.ts:1 addBias has braces and no return, so it gives undefined: write return inside',
    ]);
  });

  test('nothing where it is right', async () => {
    expect(await trapsOf(matmul(SUM), ADD_BIAS.replace('z + b', '2 * z + b'))).toEqual([]);
  });
});

const SUMMED_IN_A_MAP = `export const softmax = (Z: number[][]) =>
  Z.map((row) => {
    let sum = 0;
    return row.map((z) => {
      sum += Math.exp(z);
      return Math.exp(z) / sum;
    });
  });`;
const softmax = (body: string) => `export function softmax(Z: number[][]) {
  const A: number[][] = [];
  for (const scores of Z) {
    let sum = 0;
    const row: number[] = [];
    for (const z of scores) {
      ${body}
    }
    A.push(row);
  }
  return A;
}`;
const trapsOfSoftmax = async (source: string) =>
  (await grader.report('softmax', { 'softmax.ts': source })).traps?.map(({ id }) => id);

test('a share of a sum that still grows is told, a number that counts its own sum is not', async () => {
  const growing = softmax('const e = Math.exp(z);\n sum += e;\n row.push(e / sum);');
  expect(await trapsOfSoftmax(growing)).toEqual(['divided-while-adding']);
  expect(await trapsOfSoftmax(SUMMED_IN_A_MAP)).toEqual(['divided-while-adding']);
  expect(await trapsOfSoftmax(softmax('sum += 1;\n row.push(Math.exp(z) / sum);'))).toEqual([]);
});

test('brackets around a matrix are told where it has a name, too', async () => {
  const answer = `export function relu(Z: number[][]): any {
  const A = [Z.map((row) => row.map((z) => Math.max(0, z)))];
  return A;
}`;
  expect((await grader.report('relu', { 'relu.ts': answer })).traps).toMatchObject([{ id: 'extra-brackets', line: 2 }]);
});
