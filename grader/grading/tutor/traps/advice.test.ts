import { afterAll, describe, expect, test } from 'vitest';
import { WarmGrader } from '../../../test/support/warmGrader';

const grader = new WarmGrader();
afterAll(() => grader.close());

/** An answer to an exercise, the trap that it falls into, and all that is said. */
type Sample = readonly [exercise: string, source: string, id: string, sentence: string];

/** A softmax that goes on so, row by row, from the exponentials e. */
const softmaxBy = (...lines: readonly string[]) => `export function softmax(Z: number[][]): number[][] {
  return Z.map(row => {
    const e = row.map(z => Math.exp(z - Math.max(...row)));
    ${lines.join('\n    ')}
  });
}
`;

/** Where advice once led to the next error: what is written as it says is a step to a right answer. */
const SAMPLES: readonly Sample[] = [
  [
    'softmax',
    `export function softmax(Z: number[][]): number[][] {
  const m = Math.max(...Z);
  return Z.map(row => { const e = row.map(z => Math.exp(z - m)); const s = e.reduce((a, b) => a + b, 0); return e.map(x => x / s); });
}
`,
    'math-of-array',
    'Math.max(...Z) hands over rows and not numbers: write Math.max(...row) for each row, inside Z.map((row) => ...)',
  ],
  [
    'softmax',
    `export function softmax(Z: number[][]): number[][] {
  const m = Math.max(Z);
  return Z.map(row => { const e = row.map(z => Math.exp(z - m)); const s = e.reduce((a, b) => a + b, 0); return e.map(x => x / s); });
}
`,
    'math-of-array',
    'Math.max takes numbers, and Z is an array: write Math.max(...row) for each row, inside Z.map((row) => ...)',
  ],
  [
    'normalize',
    `import { mean, std } from 'mathjs';
export function normalize(X: number[][]): number[][] {
  const m = mean(X, 0);
  const s = std(X, 0);
  return X.map(row => row.map((x, j) => s[j] === 0 ? 0 : (x - m[j]) / s[j]));
}
`,
    'mathjs-std',
    "std of mathjs divides by n - 1, NumPy's by n: write std(X, 0, 'uncorrected')",
  ],
  [
    'softmax',
    `import * as math from 'mathjs';
export function softmax(Z: number[][]): number[][] {
  const m = math.max(Z, 1);
  const exps = Z.map((row, i) => row.map((z) => Math.exp(z - m[i])));
  return math.divide(exps, math.sum(exps, 1));
}
`,
    'mathjs-divide',
    'divide of mathjs divides by a whole matrix, with its inverse: to divide each row by a number of its own write exps.map((row, i) => math.divide(row, sums[i])) with const sums = math.sum(exps, 1)',
  ],
  [
    'softmax',
    `export function softmax(Z: number[][]): number[][] {
  return Z.map(row => { const m = Math.max.apply(row); const e = row.map(z => Math.exp(z - m)); const s = e.reduce((a, b) => a + b, 0); return e.map(x => x / s); });
}
`,
    'math-applied',
    'Math.max.apply(row) hands Math.max no numbers: write Math.max(...row)',
  ],
  [
    'crossEntropy',
    `export function crossEntropy(A: number[][], y: number[][]): number {
  let loss = 0;
  for (let i = 0; i < A.length; i++)
    for (let j = 0; j < A[i].length; j++)
      if (y[i][j] = 1) loss -= Math.log(A[i][j] + 1e-15);
  return loss / A.length;
}
`,
    'assignment-as-condition',
    'A single = compares nothing, it sets y[i][j] to 1: write y[i][j] === 1',
  ],
  [
    'relu',
    `export function relu(Z: number[][]): number[][] {
  const A = Z.map(row => [...row]);
  A.map(row => { row.map(z => { if (z < 0) { z = 0; } }); });
  return A;
}
`,
    'sets-a-name-only',
    'z = 0 gives z another value, and leaves the array as it was: return what should stand there from the function inside map, and go on with what map gives',
  ],
  [
    'relu',
    `export function relu(Z: number[][]): number[][] {
  return z.map(row => row.map(z => Math.max(0, z)));
}
`,
    'not-defined',
    'Nothing called z can be used on this line: did you mean Z?',
  ],
  [
    'forwardMlp',
    `import { relu } from './relu';
import { softmax } from './softmax';
function addBias(X: number[][], W: number[][], b: number[][]): number[][] { return X.map(x => W[0].map((_, j) => x.reduce((s, v, k) => s + v * W[k][j], b[0][j]))); }
export function forwardMlp(X: number[][], W1: number[][], b1: number[][], W2: number[][], b2: number[][]): [A1: number[][], A2: number[][]] {
  const A1 = relu(addBias(X, W1, b1));
  const A2 = softmax(addBias(A1, W2, b2));
  return (A1, A2);
}
`,
    'comma-outside-a-call',
    '(A1, A2) is A2 alone, as a comma only keeps what comes last: write [A1, A2]',
  ],
  [
    'forwardMlp',
    `import { relu } from './relu';
import { softmax } from './softmax';
function addBias(X: number[][], W: number[][], b: number[][]): number[][] { return X.map(x => W[0].map((_, j) => x.reduce((s, v, k) => s + v * W[k][j], b[0][j]))); }
export function forwardMlp(X: number[][], W1: number[][], b1: number[][], W2: number[][], b2: number[][]): [A1: number[][], A2: number[][]] {
  const A1 = relu(addBias(X, W1, b1));
  const A2 = softmax(addBias(A1, W2, b2));
  return A1, A2;
}
`,
    'comma-outside-a-call',
    'return A1, A2 gives A2 alone, as a comma only keeps what comes last: write return [A1, A2]',
  ],
  [
    'relu',
    `export function relu(Z: number[][]): number[][] {
  return Z.map(Math.max);
}
`,
    'callback-gets-more',
    'map hands Math.max the index and the whole array as well, and not one number alone: write map((row) => row.map((z) => Math.max(0, z)))',
  ],
  [
    'sigmoid',
    `export function sigmoid(Z: number[][]): number[][] {
  return 1 / (1 + Math.exp(-Z));
}
`,
    'math-of-array',
    'Math.exp takes numbers, and Z is an array: write Z.map((row) => row.map((z) => 1 / (1 + Math.exp(-z))))',
  ],
  [
    'matrixMultiply',
    `export function matrixMultiply(X: number[][], W: number[][]): number[][] {
  const C = new Array(X.length).fill(new Array(W[0].length).fill(0));
  for (let i = 0; i < X.length; i++) for (let j = 0; j < W[0].length; j++) for (let k = 0; k < W.length; k++) C[i][j] += X[i][k] * W[k][j];
  return C;
}
`,
    'shared-rows',
    'fill(new Array(W[0].length).fill(0)) puts one and the same array into every row, so that writing into one writes into all: write Array.from({ length: X.length }, () => new Array(W[0].length).fill(0))',
  ],
  [
    'binaryCrossEntropy',
    `export function binaryCrossEntropy(A: number[][], y: number[][]): number {
  let s = 0;
  for (let i = 0; i < A.length; i++)
    s += y[i][0] * Math.log(A[i] + 1e-15) + (1 - y[i][0]) * Math.log(1 - A[i][0] + 1e-15);
  return -s / A.length;
}
`,
    'array-arithmetic',
    'A[i] is an array with one number in it, and + joins arrays as text: write A[i][0]',
  ],
  [
    'relu',
    `export function relu(Z: number[][]): number[][] {
  return Z.map(row => row.map(z => Math.max(0 - z)));
}
`,
    'nothing-to-choose',
    'Math.max gets a single number here, 0 - z, and gives it back: write a comma between the numbers to choose from',
  ],
  [
    'matrixMultiply',
    `function dot(a: any, b: any) { let s = 0; for (let i = 0; i < a.length; i++) s += a[i] * b[i]; }
export function matrixMultiply(X: number[][], W: number[][]): number[][] {
  return X.map(row => dot(row, W));
}
`,
    'function-without-return',
    'dot has braces and no return, so it gives undefined: write return inside',
  ],
  [
    'relu',
    `import * as tf from '@tensorflow/tfjs';
export function relu(Z: number[][]): number[][] {
  return tf.relu(Z).arraySync();
}
`,
    'wrong-import',
    'There is no TensorFlow here: a matrix is an array of rows, so write loops or map and reduce, or import functions from "mathjs"',
  ],
  [
    'crossEntropy',
    `export function crossEntropy(yHat: any, y: number[][]) {
  const cost = (yHat: number[], y: number[]) => -(y as any) * Math.log(yHat as any);
  return y.reduce((sum, row, i) => sum + cost(yHat[i], row), 0);
}
`,
    'math-of-array',
    'Math.log takes numbers, and yHat is an array: write yHat.map((z) => Math.log(z))',
  ],
  [
    'matrixMultiply',
    `const matmul = (A: number[][], B: number[][]) => A.map((a) => B[0].map((_, j) => B.reduce((s, b, k) => s + a[k] * b[j], 0)));
export const matrixMultiply = (X: number[][], W: number[][]) => matmul(W, X);
`,
    'product-order',
    'A product of matrices needs as many columns in the first as rows in the second, and where W has shape (1, 2), X has (3, 1): write matmul(X, W)',
  ],
  [
    'forwardMlp',
    `import { relu } from './relu';
import { softmax } from './softmax';
function matmul(A: number[][], B: number[][]) {
  const C: number[][] = [];
  for (let i = 0; i < A.length; i++) {
    C.push([]);
    for (let j = 0; j < B[0].length; j++) {
      let s = 0;
      for (let k = 0; k < B.length; k++) s = A[i][k] * B[k][j];
      C[i].push(s);
    }
  }
  return C;
}
export function forwardMlp(X: number[][], W1: number[][], b1: number[][], W2: number[][], b2: number[][]): [A1: number[][], A2: number[][]] {
  const A1 = relu(matmul(X, W1).map(r => r.map((v, j) => v + b1[0][j])));
  const A2 = softmax(matmul(A1, W2).map(r => r.map((v, j) => v + b2[0][j])));
  return [A1, A2];
}
`,
    'sum-set-anew',
    's = ... sets s anew each time, so that only the last is left: to add up write s += ...',
  ],
  [
    'forwardMlp',
    `import { relu } from './relu';
import { softmax } from './softmax';
function matmul(A: number[][], B: number[][]) {
  const C: number[][] = [];
  let s = 0;
  for (let i = 0; i < A.length; i++) {
    C.push([]);
    for (let j = 0; j < B[0].length; j++) {
      for (let k = 0; k < B.length; k++) s += A[i][k] * B[k][j];
      C[i].push(s);
    }
  }
  return C;
}
export function forwardMlp(X: number[][], W1: number[][], b1: number[][], W2: number[][], b2: number[][]): [A1: number[][], A2: number[][]] {
  const A1 = relu(matmul(X, W1).map(r => r.map((v, j) => v + b1[0][j])));
  const A2 = softmax(matmul(A1, W2).map(r => r.map((v, j) => v + b2[0][j])));
  return [A1, A2];
}
`,
    'sum-goes-on',
    's is never set back to 0, so that each sum goes on where the one before it ended: write let s = 0 inside the loop around this one',
  ],
  [
    'forwardMlp',
    `import { relu } from './relu';
import { softmax } from './softmax';
const matmul = (A: number[][], B: number[][]) => A.map((a) => B[0].map((_, j) => B.reduce((s, b, k) => s + a[k] * b[j], 0)));
export function forwardMlp(X: number[][], W1: number[][], b1: number[][], W2: number[][], b2: number[][]): [A1: number[][], A2: number[][]] {
  const A1 = relu(matmul(X, W1).map(r => r.map((v, j) => v + b1[0][j])));
  const A2 = softmax(matmul(A1, W2).map(r => r.map((v, j) => v + b2[0][j])));
  return { A1, A2 };
}
`,
    'object-for-list',
    'Braces make an object: for an array write return [A1, A2]',
  ],
  [
    'relu',
    `export function relu(Z: number[][]): number[][] {
  const A: number[][] = [];
  const row: number[] = [];
  for (let i = 0; i < Z.length; i++) {
    for (let j = 0; j < Z[i].length; j++) row.push(Math.max(0, Z[i][j]));
    A.push(row);
  }
  return A;
}
`,
    'one-row-for-all',
    'There is one row only, and it is pushed again and again, longer each time: write const row inside the loop',
  ],
  [
    'relu',
    `export function relu(Z: number[][]): number[][] {
  return Z.map(row => row.map(relu));
}
`,
    'calls-itself',
    'row.map(relu) hands relu a part of what it takes, and goes into relu again: write what becomes of one entry, as in map((z) => ...)',
  ],
  [
    'relu',
    `export function relu(Z: number[][]): number[][] {
  return Z.map(row => row.map(z => z > 0));
}
`,
    'comparison-for-number',
    'z > 0 is true or false, and no number: write z > 0 ? ... : ... with a number for each',
  ],
  [
    'relu',
    `export function relu(Z: number[][]): number[][] {
  return [Z.map(row => row.map(z => Math.max(0, z)))];
}
`,
    'extra-brackets',
    'Z.map(row => row.map(z => Math.max(0, z… is a matrix already, and these brackets put it into another array: leave them out',
  ],
  [
    'relu',
    `export function relu(Z: number[][]): number[][] {
  const A = Z.map(row => [...row]);
  for (let i = 0; i < Z.length; i++)
    for (let j = 0; j < Z[i].length; i++)
      if (A[i][j] < 0) A[i][j] = 0;
  return A;
}
`,
    'counts-another',
    'This loop begins with j and counts i: write j++',
  ],
  [
    'crossEntropy',
    `export function crossEntropy(A: number[][], y: number[][]): number {
  let loss = 0;
  for (let i = 0; i < A.length; i++)
    for (let j = 0; j < A[i].length; j++) loss += -y[i][j] * Math.log(A[i][j] + e-15);
  return loss / A.length;
}
`,
    'not-defined',
    'e-15 is e minus 15: a number stands before the e, as in 1e-15',
  ],
  [
    'crossEntropy',
    `export function crossEntropy(A: number[][], y: number[][]): number {
  let loss = 0;
  for (let i = 0, i < A.length, i++)
    for (let j = 0; j < A[i].length; j++) loss += -y[i][j] * Math.log(A[i][j] + 1e-15);
  return loss / A.length;
}
`,
    'python-syntax',
    'The three parts of a for are kept apart by semicolons: for (let i = 0; i < n; i++)',
  ],
  [
    'sigmoid',
    `export function sigmoid(Z: number[][]): number[][] {
  return Z.map((row) => row.map((z) => 1 / (1 + Math.exp ** -z)));
}
`,
    'function-as-number',
    'Math.exp is a function, and no number: call it, as in Math.exp(-z)',
  ],
  [
    'relu',
    `export function relu(Z: number[][]): number[][] {
  return Z.map(row => row.map(x => Math.max(0, x))));
}
`,
    'unclosed-bracket',
    'The ) in column 52 closes nothing: take it away, or add the bracket that it should close',
  ],
  [
    'relu',
    `export function relu(Z: number[][]): number[][] {
  return Z.map(row => {
    return row.map(x => Math.max(0, x))
  }
}
`,
    'unclosed-bracket',
    'This ( is never closed: add the ) that belongs to it, after the } on line 4',
  ],
  [
    'relu',
    `export function relu(Z: number[][]): number[][] {
  return Z.map(row => row.map(x => (x + Math.abs(x)) // 2));
}
`,
    'unclosed-bracket',
    '// begins a comment, and the brackets after it are not read: to divide write a single /',
  ],
  [
    'crossEntropy',
    `export function crossEntropy(A: number[][], y: number[][]): number {
  const loss = 0;
  for (let i = 0; i < A.length; i++) {
    for (let j = 0; j < A[i].length; j++) loss -= y[i][j] * Math.log(A[i][j] + 1e-15);
  }
  return loss / A.length;
}
`,
    'constant-changed',
    'loss is a const, which keeps its first value: declare it with let loss = ...',
  ],
  [
    'crossEntropy',
    `export function crossEntropy(A: number[][], y: number[][]): number {
  const p = A.map((row, i) => row.filter((_, j) => y[i][j] = 1)[0]);
  return -p.reduce((s, v) => s + Math.log(v + 1e-15), 0) / A.length;
}
`,
    'assignment-as-condition',
    'A single = compares nothing, it sets y[i][j] to 1: write y[i][j] === 1',
  ],
  [
    'relu',
    `export function relu(Z: number[][]): number[][] {
  return Z.map(row => row.map(x => Math.max[0, x]));
}
`,
    'square-brackets-for-call',
    'Math.max is called with round brackets: write Math.max(0, x)',
  ],
  [
    'softmax',
    `export function softmax(Z: number[][]): number[][] {
  const A: number[][] = [];
  Z.map(row => {
    const e = row.map(z => Math.exp(z - Math.max(...row)));
    return A.push(e.map(v => v / e.reduce((a, b) => a + b, 0)));
  });
}
`,
    'function-without-return',
    'softmax has braces and no return, so it gives undefined: write return A at its end',
  ],
  [
    'relu',
    `export function relu(Z: number[][]): number[][] {
  return Z.map(row => row.map(x => { x: Math.max(0, x) }));
}
`,
    'braces-without-return',
    'With braces, an arrow function returns nothing unless it says return, and x: in them names no part of an object: write => Math.max(0, x), without braces',
  ],
  [
    'relu',
    `export function relu(Z: number[][]): number[][] {
  const A = [];
  for (const i of Z) A.push(Z[i].map(z => Math.max(0, z)));
  return A;
}
`,
    'array-as-index',
    'i is a row of Z here, an array, and no number: to count write for (let i = 0; i < Z.length; i++)',
  ],
  [
    'softmax',
    softmaxBy('let s = 0;', 'for (v of e) s += v;', 'return e.map(v => v / s);'),
    'not-defined',
    'v is never declared: write for (const v of e)',
  ],
  [
    'softmax',
    softmaxBy('let s = 0;', 'for (const v of e) { s + v; }', 'return e.map(v => v / s);'),
    'unused-result',
    's + v is worked out here and then forgotten: to change s write s += v',
  ],
  [
    'softmax',
    softmaxBy('const s = Math.sum(e);', 'return e.map(v => v / s);'),
    'not-a-function',
    'Math has no sum: write e.reduce((a, b) => a + b, 0), or sum(e) with sum from "mathjs"',
  ],
  [
    'softmax',
    softmaxBy('const max = max(...row), s = 1;', 'return e.map(v => v / s);'),
    'used-in-itself',
    'max is the variable itself here, which has no value yet: for the function write Math.max',
  ],
  [
    'relu',
    `export function relu(Z: number[][]): number[][] {
  return Z.map(row => row.map(x = Math.max(0, x)));
}
`,
    'not-defined',
    'A single = makes no function: write x => Math.max(0, x)',
  ],
  [
    'relu',
    `export function relu(Z: number[][]): number[][] {
  const f = (x: number) => Math.max(0, x);
  return Z.map(row => row.map(f(x)));
}
`,
    'not-defined',
    'map calls f itself, for each entry: hand over f alone, as in row.map(f)',
  ],
  [
    'relu',
    `export function relu(Z: number[][]): number[][] {
  return Z.map(row => row.map(x => x.clip(0)));
}
`,
    'not-a-function',
    'x is a number, and has no clip: write Math.min(Math.max(x, low), high)',
  ],
  [
    'relu',
    `import type { Matrix } from '../reference/matrix';
export function relu(Z: number[][]): number[][] {
  const A = new Matrix(Z.length, Z[0].length);
  return A;
}
`,
    'not-defined',
    'Matrix is only a type, and nothing that could be called or read: for a matrix of zeros write Array.from({ length: Z.length }, () => Array(Z[0].length).fill(0))',
  ],
  [
    'relu',
    `export function relu(Z: number[][]): number[][] {
  const A: number[][] = [];
  for (let i = 0; i < Z.length; i++) {
    const row: number[] = [];
    for (let j = 0; j < Z[i].length; j++) {
      row.push(Math.max(0, Z[i][j]));
      A.push(row);
    }
  }
  return A;
}
`,
    'one-row-for-all',
    "A.push(row) stands in the loop that fills row, so that row is pushed once for each entry: write it after that loop's closing brace",
  ],
];

describe('what is advised leads on', () => {
  test.each(SAMPLES.map(([exercise, source, id, sentence]) => [sentence, exercise, source, id] as const))(
    '%s',
    async (sentence, exercise, source, id) => {
      const { traps } = await grader.report(exercise, { [`${exercise}.ts`]: source });
      expect(traps).toContainEqual(expect.objectContaining({ id, sentence }));
    },
  );
});

describe('nothing is advised against', () => {
  test.each([
    [
      'a helper that fills what it is handed',
      'relu',
      `function fill(A: number[][], Z: number[][]) {
  for (let i = 0; i < Z.length; i++) for (let j = 0; j < Z[i].length; j++) A[i][j] = Math.abs(Z[i][j]);
}
export function relu(Z: number[][]) {
  const A = Z.map((row) => [...row]);
  fill(A, Z);
  return A;
}`,
    ],
    [
      'the largest of all numbers, when there is but one list of them',
      'relu',
      `export const relu = (Z: number[][]) => Z.map((row) => row.map((z) => Math.max(...[0, z, 1])));`,
    ],
    [
      'a value that is set while it is asked for',
      'relu',
      `export function relu(Z: number[][]) {
  const rows = Z.map((row) => [...row]);
  const A: number[][] = [];
  let row: number[] | undefined;
  while ((row = rows.shift())) A.push(row.map((z) => Math.abs(z)));
  return A;
}`,
    ],
    [
      'sums that begin anew, in loops that count two things',
      'relu',
      `export function relu(Z: number[][]) {
  const A: number[][] = [];
  let row: number[] = [];
  let s = 0;
  for (let i = 0, j = 0; i < Z.length; i++, j++) {
    row = [];
    for (const z of Z[j]) row.push(Math.abs(z));
    for (let k = 0; k < row.length; k++) s += row[k];
    A.push(row);
    s = 0;
  }
  return A;
}`,
    ],
    [
      'brackets around one flat array that says it is a matrix',
      'relu',
      `export function relu(Z: number[][]) {
  const flat: number[][] = [];
  for (const row of Z) for (const z of row) flat.push(Math.max(0, z) as any);
  return [flat];
}`,
    ],
    [
      'a total that is kept as it grows, and the last of several',
      'softmax',
      `export function softmax(Z: number[][]) {
  let last = 0;
  for (const row of Z) for (let j = 0; j < row.length; j++) if (row[j] > last) last = row[j];
  return Z.map((row) => row.map((z) => z - last));
}`,
    ],
  ])('%s', async (_, exercise, source) => {
    expect((await grader.report(exercise, { [`${exercise}.ts`]: source })).traps).toEqual([]);
  });
});
