import { afterAll, describe, expect, test } from 'vitest';
import { WarmGrader } from '../../../test/support/warmGrader';

const grader = new WarmGrader();
afterAll(() => grader.close());

const M = "import type { Matrix } from '../reference/matrix';\n";
const row = (body: string) => `${M}export function softmax(Z: Matrix): Matrix {
  return Z.map((row) => {
    ${body}
  });
}
`;
const each = (body: string) => `${M}export function relu(Z: Matrix): Matrix {\n${body}\n}\n`;

/** An answer, the trap that it falls into, the line of it, and words of what is said. */
type Sample = readonly [what: string, id: string, exercise: string, source: string, line: number, says: RegExp];

const SAMPLES: readonly Sample[] = [
  [
    'import numpy as np',
    'python-syntax',
    'relu',
    `import numpy as np\n${each('  return np.maximum(0, Z);')}`,
    1,
    /no NumPy here/,
  ],
  [
    "import np from 'numpy'",
    'wrong-import',
    'relu',
    `import np from 'numpy';\n${each('  return np.maximum(0, Z);')}`,
    1,
    /no NumPy here.*mathjs/,
  ],
  ['np.', 'not-defined', 'relu', each('  return np.maximum(0, Z);'), 3, /no NumPy here/],
  [
    'X @ W',
    'python-syntax',
    'matrixMultiply',
    `${M}export function matrixMultiply(X: Matrix, W: Matrix) {\n  return X @ W;\n}`,
    3,
    /@ multiplies no matrices/,
  ],
  ['# comment', 'python-syntax', 'relu', each('  # the larger one\n  return Z;'), 3, /begins with \/\//],
  ['def', 'python-syntax', 'relu', 'def relu(Z):\n  return Z\n', 1, /no def/],
  ['for in range', 'python-syntax', 'relu', each('  for i in range(3):\n    Z[i] = 0'), 3, /for \(const row of Z\)/],
  ['lambda', 'python-syntax', 'relu', each('  return Z.map(lambda row: row)'), 3, /no lambda/],
  [
    'a if c else b',
    'python-syntax',
    'relu',
    each('  return Z.map((row) => row.map((z) => z if z > 0 else 0));'),
    3,
    /condition \? a : b/,
  ],
  ['slices', 'python-syntax', 'relu', each('  return Z[:, 0];'), 3, /no slices/],
  [
    '.dot(',
    'not-a-function',
    'matrixMultiply',
    `${M}export const matrixMultiply = (X: any, W: any) =>\n  X.dot(W);`,
    3,
    /no dot/,
  ],
  [
    '.T',
    'numpy-property',
    'matrixMultiply',
    `${M}export function matrixMultiply(X: Matrix, W: Matrix) {\n  const T = (W as any).T;\n  return X.map((x) => T.map((w) => x.reduce((s, v, k) => s + v * w[k], 0)));\n}`,
    3,
    /no T: transpose/,
  ],
  [
    '.shape',
    'numpy-property',
    'relu',
    each('  const n = (Z as any).shape[0];\n  return Z.slice(0, n);'),
    3,
    /Z\.length rows/,
  ],
  [
    '.sum()',
    'not-a-function',
    'softmax',
    row('const p = row.map(Math.exp); return p.map((x) => x / (p as any).sum());'),
    4,
    /no sum.*reduce/,
  ],
  [
    'length()',
    'not-a-function',
    'softmax',
    row('return row.map(() => 1 / (row as any).length());'),
    4,
    /without parentheses/,
  ],
  [
    'Math.sum',
    'not-a-function',
    'softmax',
    row('return row.map((z) => z / (Math as any).sum(row));'),
    4,
    /Math has no sum/,
  ],
  [
    'foreach',
    'not-a-function',
    'relu',
    each('  (Z as any).foreach((r) => r);\n  return Z;'),
    3,
    /did you mean forEach/,
  ],
  [
    '* on arrays',
    'array-arithmetic',
    'matrixMultiply',
    `${M}export function matrixMultiply(X: Matrix, W: Matrix) {\n  return X.map((x) => W.map((w) => (x as any) * (w as any)));\n}`,
    3,
    /\* of an array is NaN/,
  ],
  [
    '+ on arrays joins text',
    'array-arithmetic',
    'mseLoss',
    `${M}export function mseLoss(yPred: Matrix, y: Matrix) {\n  const squares: any = yPred.map((r, i) => r.map((p, j) => (p - y[i][j]) ** 2));\n  return squares.reduce((sum, square) => sum + square, 0) / y.length;\n}`,
    4,
    /joins arrays as text/,
  ],
  [
    'Math.max(row)',
    'math-of-array',
    'softmax',
    row(
      'const m = Math.max(row as any); const p = row.map((z) => Math.exp(z - m)); return p.map((x) => x / p.reduce((a, b) => a + b));',
    ),
    4,
    /Math\.max\(row\) is NaN.*\.\.\.row/,
  ],
  [
    'Math.exp(row)',
    'math-of-array',
    'softmax',
    row('const p: any = Math.exp(row as any);\n    return row.map(() => p);'),
    4,
    /row.*\.map\(\(z\) => Math\.exp\(z\)\)/,
  ],
  [
    'Math.max(...Z)',
    'math-of-array',
    'softmax',
    `${M}export function softmax(Z: Matrix) {\n  const m = Math.max(...(Z as any));\n  return Z.map((r) => r.map((z) => Math.exp(z - m)));\n}`,
    3,
    /hands over rows/,
  ],
  [
    'reduce(Math.max)',
    'callback-gets-more',
    'softmax',
    row(
      'const m = row.reduce(Math.max as any); const p = row.map((z) => Math.exp(z - m)); return p.map((x) => x / p.reduce((a, b) => a + b));',
    ),
    4,
    /index and the whole array/,
  ],
  [
    'reduce without a start value',
    'reduce-without-start',
    'softmax',
    row('const t = row.reduce((s, z) => s + Math.exp(z));\n    return row.map((z) => Math.exp(z) / t);'),
    4,
    /first entry as it is, without Math\.exp\(z\)/,
  ],
  [
    'sort() without comparison',
    'sort-by-text',
    'softmax',
    row(
      'const m = [...row].sort()[row.length - 1]; const p = row.map((z) => Math.exp(z - m)); return p.map((x) => x / p.reduce((a, b) => a + b));',
    ),
    4,
    /1000 comes before 9/,
  ],
  [
    'for (i in row)',
    'for-in',
    'softmax',
    row('let t = 0;\n    for (const z in row) t += Math.exp(z as any);\n    return row.map((z) => Math.exp(z) / t);'),
    5,
    /const z of row/,
  ],
  [
    'Array(n).fill([])',
    'shared-rows',
    'relu',
    each(
      '  const A = Array(Z.length).fill([]);\n  for (let i = 0; i < Z.length; i++) for (let j = 0; j < Z[i].length; j++) A[i][j] = Math.max(0, Z[i][j]);\n  return A;',
    ),
    3,
    /one and the same array/,
  ],
  [
    'Array(n).map',
    'array-of-holes',
    'relu',
    each('  return (Array(Z.length) as any).map((_, i) => Z[i].map((z) => Math.max(0, z)));').replace(
      '(Array(Z.length) as any)',
      'Array(Z.length)',
    ),
    3,
    /has holes/,
  ],
  [
    'braces without return',
    'braces-without-return',
    'relu',
    each('  return Z.map((row) => {\n    row.map((z) => Math.max(0, z));\n  }) as any;'),
    4,
    /unless it says return/,
  ],
  [
    'a function of its own without return',
    'function-without-return',
    'sigmoid',
    `${M}const s = (z: number) => {\n  1 / (1 + Math.exp(-z));\n};\nexport const sigmoid = (Z: Matrix): any => Z.map((r) => r.map((z) => s(z)));`,
    3,
    /gives undefined/,
  ],
  [
    'return alone on its line',
    'return-alone',
    'relu',
    each('  return\n    Z.map((row) => row.map((z) => Math.max(0, z)));'),
    3,
    /same line/,
  ],
  [
    'return of forEach',
    'for-each-returns-nothing',
    'relu',
    each('  return Z.forEach((row) => row.map((z) => Math.max(0, z))) as any;'),
    3,
    /forEach returns undefined/,
  ],
  [
    'return within forEach',
    'for-each-returns-nothing',
    'crossEntropy',
    `${M}export function crossEntropy(A: Matrix, y: Matrix): any {\n  A.forEach((a, i) => {\n    return -Math.log(a[y[i].indexOf(1)]);\n  });\n}`,
    4,
    /only leaves the function inside forEach/,
  ],
  [
    'return inside the loop',
    'return-in-loop',
    'mseLoss',
    `${M}export function mseLoss(yPred: Matrix, y: Matrix): any {\n  let s = 0;\n  for (let i = 0; i < y.length; i++) {\n    s += (yPred[i][0] - y[i][0]) ** 2;\n    return s / y.length;\n  }\n}`,
    6,
    /first round of the loop on line 4/,
  ],
  [
    'let total; never set',
    'never-set',
    'mseLoss',
    `${M}export function mseLoss(yPred: Matrix, y: Matrix) {\n  let s: any;\n  for (let i = 0; i < y.length; i++) s += (yPred[i][0] - y[i][0]) ** 2;\n  return s / y.length;\n}`,
    3,
    /let s = 0/,
  ],
  [
    'sums[j] += of an empty array',
    'entry-never-set',
    'normalize',
    `${M}export function normalize(X: Matrix) {\n  const mean: number[] = [];\n  for (const x of X) for (let j = 0; j < x.length; j++) mean[j] += x[j] / X.length;\n  return X.map((x) => x.map((v, j) => v - mean[j]));\n}`,
    4,
    /mean\[j\] is undefined until it is set/,
  ],
  [
    '=+',
    'plus-after-equals',
    'mseLoss',
    `${M}export function mseLoss(yPred: Matrix, y: Matrix) {\n  let s = 0;\n  for (let i = 0; i < y.length; i++) s =+ Math.abs(yPred[i][0] - y[i][0]);\n  return s / y.length;\n}`,
    4,
    /write \+=/,
  ],
  [
    'mathjs.max(Z, 0)',
    'mathjs-axis',
    'relu',
    `import { max } from 'mathjs';\n${each('  return max(Z, 0) as any;')}`,
    4,
    /0 is an axis/,
  ],
  [
    "mathjs' std",
    'mathjs-std',
    'normalize',
    `import * as math from 'mathjs';\n${M}export const normalize = (X: Matrix): any => math.transpose(math.transpose(X).map((c) => {\n  const s = Number(math.std(c)) || 1;\n  return c.map((x) => (x - math.mean(c)) / s);\n}));`,
    4,
    /divides by n - 1/,
  ],
  [
    "mathjs' exp of a matrix",
    'mathjs-takes-numbers',
    'softmax',
    `import { exp } from 'mathjs';\n${M}export function softmax(Z: Matrix): any {\n  return exp(Z as any);\n}`,
    4,
    /map\(Z, \(z\) => exp\(z\)\)/,
  ],
  [
    'a { never closed',
    'unclosed-bracket',
    'relu',
    each('  return Z.map((row) => {\n    return row.map((z) => Math.max(0, z));\n  '),
    3,
    /This \{ is never closed/,
  ],
  [
    'an inner { never closed',
    'unclosed-bracket',
    'relu',
    `${M}export function relu(Z: Matrix) {\n  for (const row of Z) {\n    if (row.length > 0) {\n      row[0] = 1;\n  }\n  return Z;\n}\n`,
    4,
    /This \{ is never closed/,
  ],
  ['a } too many', 'unclosed-bracket', 'relu', each('  return Z; }'), 4, /closes nothing/],
  [
    './softmx',
    'wrong-import',
    'forwardMlp',
    `import { softmax } from './softmx';\n${M}export const forwardMlp = (X: Matrix) => softmax(X);`,
    1,
    /Did you mean "\.\/softmax"\?/,
  ],
  [
    'softMax',
    'wrong-import',
    'forwardMlp',
    `import { softMax } from './softmax';\n${M}export const forwardMlp = (X: Matrix) => softMax(X);`,
    1,
    /did you mean softmax\?/,
  ],
  [
    'a default import',
    'wrong-import',
    'forwardMlp',
    `import softmax from './softmax';\n${M}export const forwardMlp = (X: Matrix) => softmax(X);`,
    1,
    /import \{ softmax \}/,
  ],
  [
    'an exercise that is never imported',
    'not-defined',
    'forwardMlp',
    `${M}export const forwardMlp = (X: Matrix) =>\n  softmax(X);`,
    3,
    /never imported/,
  ],
  [
    'exp without Math',
    'not-defined',
    'sigmoid',
    `${M}export const sigmoid = (Z: Matrix) =>\n  Z.map((r) => r.map((z) => 1 / (1 + exp(-z))));`,
    3,
    /Math\.exp/,
  ],
  [
    'a name with a slip in it',
    'not-defined',
    'sigmoid',
    `${M}export const sigmoid = (Z: Matrix) =>\n  Z.map((samples) => sampels.map((z) => 1 / (1 + Math.exp(-z))));`,
    3,
    /did you mean samples\?/,
  ],
  [
    'a row that is not made yet',
    'row-not-made-yet',
    'relu',
    each(
      '  const A: Matrix = [];\n  for (let i = 0; i < Z.length; i++)\n    for (let j = 0; j < Z[i].length; j++) A[i][j] = Math.max(0, Z[i][j]);\n  return A;',
    ),
    5,
    /A\[i\] = \[\] before/,
  ],
  [
    'a const that is changed',
    'constant-changed',
    'mseLoss',
    `${M}export function mseLoss(yPred: Matrix, y: Matrix) {\n  const s = 0;\n  for (let i = 0; i < y.length; i++)\n    s += (yPred[i][0] - y[i][0]) ** 2;\n  return s / y.length;\n}`,
    5,
    /let s/,
  ],
  [
    '^ for a power',
    'caret-is-no-power',
    'mseLoss',
    `${M}export const mseLoss = (p: Matrix, y: Matrix) =>\n  p.reduce((s, [a], i) => s + ((a - y[i][0]) ^ 2), 0) / y.length;`,
    3,
    /\*\* 2/,
  ],
  [
    'Z[i, j]',
    'comma-in-index',
    'relu',
    each('  return Z.map((r, i) => r.map((_, j) => Math.max(0, Z[i, j] as any)));'),
    3,
    /Z\[i\]\[j\]/,
  ],
  [
    'row[-1]',
    'negative-index',
    'softmax',
    row(
      'const m = [...row].sort((a, b) => a - b)[-1]; const p = row.map((z) => Math.exp(z - m)); return p.map((x) => x / p.reduce((a, b) => a + b));',
    ),
    4,
    /\.at\(-1\)/,
  ],
  [
    'one index too far',
    'index-past-the-end',
    'mseLoss',
    `${M}export function mseLoss(yPred: Matrix, y: Matrix) {\n  let s = 0;\n  for (let i = 0; i <= y.length; i++) s += (yPred[i][0] - y[i][0]) ** 2;\n  return s / y.length;\n}`,
    4,
    /i < y\.length/,
  ],
  [
    'push that gives its length',
    'push-gives-length',
    'relu',
    each('  let A: any = [];\n  for (const r of Z) A = A.push(r.map((z) => Math.max(0, z)));\n  return A;'),
    4,
    /new length/,
  ],
  [
    'a copy of the list of rows',
    'shallow-copy',
    'relu',
    each(
      '  const A = [...Z];\n  for (const r of A) for (let j = 0; j < r.length; j++) r[j] = Math.max(0, r[j]);\n  return A;',
    ),
    3,
    /not the rows themselves/,
  ],
  [
    'a loop that never ends',
    'endless-loop',
    'relu',
    each('  let j = 0;\n  for (let i = 0; i < Z.length; j++) Z[i];\n  return Z;'),
    4,
    /never ends/,
  ],
  [
    'a row as an index',
    'array-as-index',
    'crossEntropy',
    `${M}export const crossEntropy = (A: Matrix, y: Matrix) =>\n  -A.reduce((s, a, i) => s + Math.log(a[y[i] as any]), 0) / A.length;`,
    3,
    /y\[i\]\.indexOf\(1\)/,
  ],
  [
    'a result that is not used',
    'unused-result',
    'relu',
    each('  Z.map((row) => row.map((z) => Math.max(0, z)));\n  return Z;'),
    3,
    /returns a new array/,
  ],
  [
    'a comparison for an assignment',
    'unused-result',
    'mseLoss',
    `${M}export function mseLoss(yPred: Matrix, y: Matrix) {\n  let s = 0;\n  s == yPred[0][0];\n  return s;\n}`,
    4,
    /a single =/,
  ],
  [
    'a path without return',
    'path-without-return',
    'relu',
    each('  return Z.map((row) =>\n    row.map((z) => {\n      if (z > 0) return z;\n    }),\n  ) as any;'),
    5,
    /Unless z > 0/,
  ],
  [
    'a property with a slip in it',
    'numpy-property',
    'mseLoss',
    `${M}export const mseLoss = (yPred: Matrix, y: Matrix) =>\n  yPred.reduce((s, [p], i) => s + (p - y[i][0]) ** 2, 0) / (y as any).lengt;`,
    3,
    /did you mean length/,
  ],
  [
    'a call without its argument',
    'missing-argument',
    'sigmoid',
    `${M}export const sigmoid = (Z: Matrix) =>\n  Z.map((r) => r.map((z) => 1 / (1 + (Math.exp as any)())));`.replace(
      '(Math.exp as any)',
      'Math.exp',
    ),
    3,
    /without a number/,
  ],
  [
    'a function that is handed too little',
    'missing-argument',
    'mseLoss',
    `${M}const half = (a: number, b: number) => a - b;\nexport const mseLoss = (yPred: Matrix, y: Matrix) =>\n  yPred.reduce((s, [p]) => s + (half as any)(p) ** 2, 0);`.replace(
      '(half as any)',
      'half',
    ),
    4,
    /without its argument b/,
  ],
  [
    'a comma outside a call',
    'comma-outside-a-call',
    'mseLoss',
    `${M}export const mseLoss = (yPred: Matrix, y: Matrix): any =>\n  (yPred, y);`,
    3,
    /only keeps what stands after it/,
  ],
  [
    'Array.from of a function',
    'array-from-nothing',
    'relu',
    each('  return Array.from((_: any, i: number) => Z[i]) as any;'),
    3,
    /length: n/,
  ],
  [
    'a function within a function, without return',
    'function-without-return',
    'sigmoid',
    `${M}const over = (f: any) => (Z: Matrix) => {\n  Z.map((r) => r.map(f));\n};\nexport const sigmoid: any = over((z: number) => 1 / (1 + Math.exp(-z)));`,
    3,
    /return before Z\.map/,
  ],
  [
    'a return with nothing to return',
    'return-alone',
    'relu',
    each('  const A = Z.map((r) => r.map((z) => Math.max(0, z)));\n  return;').replace(': Matrix {', ': any {'),
    4,
    /has no value/,
  ],
  [
    'the logarithm of a probability less 1',
    'log-of-negative',
    'binaryCrossEntropy',
    `${M}export const binaryCrossEntropy = (A: Matrix, y: Matrix) =>\n  -A.reduce((s, [a], i) => s + Math.log(a - 1 + 1e-8) * y[i][0], 0);`,
    3,
    /is it 1 - a\?/,
  ],
  [
    'a step that is too small',
    'step-too-small',
    'mseLoss',
    `${M}export function mseLoss(yPred: Matrix, y: Matrix, h = 1e-10) {\n  const f = (x: number) => x * x;\n  return yPred.reduce((s, [p], i) => s + (f(p + h) - f(p - h)) / (2 * h), 0);\n}`,
    2,
    /keeps only a few of them/,
  ],
];

describe('each trap is named, with its line and what to write instead', () => {
  test.each(SAMPLES)('%s', async (_, id, exercise, source, line, says) => {
    const timeLimit = id === 'endless-loop' ? 200 : 2000;
    const { traps } = await grader.report(exercise, { [`${exercise}.ts`]: source }, { timeLimit });
    expect(traps).toContainEqual({ id, file: `exercises/${exercise}.ts`, line, sentence: expect.stringMatching(says) });
  });
});

describe('what is as it should be is no trap, though the answer is wrong', () => {
  test.each([
    [
      'indices in for (i in row)',
      'relu',
      each('  const A: any = [];\n  for (const i in Z) A[i] = Z[i].map((z) => Math.abs(z));\n  return A;'),
    ],
    [
      'rows filled with numbers',
      'relu',
      each(
        '  const A = Z.map((row) => Array(row.length).fill(0));\n  for (let i = 0; i < Z.length; i++) A[i][0] = Z[i][0];\n  return A;',
      ),
    ],
    [
      'sort with a comparison, reduce of plain sums, a spread',
      'softmax',
      row(
        'const s = [...row].sort((a, b) => b - a); const t = Math.max(...row) + s[0]; const p = row.map((z) => z - t); return p.map((x) => x / p.reduce((a, b) => a + b));',
      ),
    ],
    [
      'forEach that sets something',
      'mseLoss',
      `${M}export function mseLoss(yPred: Matrix, y: Matrix) {\n  let s = 0;\n  yPred.forEach(([p], i) => (s += Math.abs(p - y[i][0])));\n  return s;\n}`,
    ],
    [
      'a copy of rows that are only read',
      'relu',
      each('  const A = [...Z];\n  return A.map((row) => row.map((z) => z + 1));'),
    ],
    [
      'a variable that is set before it is added to',
      'mseLoss',
      `${M}export function mseLoss(yPred: Matrix, y: Matrix) {\n  let s;\n  s = 1;\n  for (const [p] of yPred) s += p;\n  return s;\n}`,
    ],
  ])('%s', async (_, exercise, source) => {
    expect(await grader.report(exercise, { [`${exercise}.ts`]: source })).toMatchObject({
      status: 'failed',
      traps: [],
    });
  });

  test('a file that imports a forbidden one of its own name is not told to import itself', async () => {
    const source = "import { relu as right } from '../reference/relu';\nexport const relu = right;\n";
    expect(await grader.report('relu', { 'relu.ts': source })).toMatchObject({ status: 'error', traps: [] });
  });

  test('a right answer, and a brief report, have none', async () => {
    expect(await grader.report('relu', {})).toMatchObject({ status: 'passed', traps: [] });
    const source = each('  return (Z as any).T;');
    expect(await grader.report('relu', { 'relu.ts': source }, { brief: true })).toMatchObject({ traps: [] });
  });
});
