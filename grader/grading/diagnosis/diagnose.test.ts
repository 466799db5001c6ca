import { describe, expect, test } from 'vitest';
import { gradeAnswer } from '../../test/support/temporarySubmissions';

/** The question that a learner with this answer is asked, or null. */
async function questionFor(name: string, source: string): Promise<string | null> {
  const { diagnosis } = await gradeAnswer(name, source);
  return diagnosis.length === 0
    ? null
    : `${diagnosis[0].misconception}: ${diagnosis[0].factor ?? ''}${diagnosis[0].question}`;
}

const loss = (returned: string) => `export function crossEntropy(A: number[][], y: number[][]) {
  let total = 0;
  for (let i = 0; i < A.length; i++) for (let j = 0; j < A[i].length; j++) total += y[i][j] * Math.log(A[i][j] + 1e-15);
  const n = A.length, K = A[0].length;
  return ${returned};
}`;

describe('a misconception is named by its question', () => {
  test('a softmax down the columns', async () => {
    const source = `export function softmax(Z: number[][]) {
      const sums = Z[0].map((_, j) => Z.reduce((sum, row) => sum + Math.exp(row[j] - Math.max(...Z.map((r) => r[j]))), 0));
      return Z.map((row) => row.map((z, j) => Math.exp(z - Math.max(...Z.map((r) => r[j]))) / sums[j]));
    }`;
    expect(await questionFor('softmax', source)).toMatch(/^column-axis: Which numbers belong to one sample/);
  });

  test('gradient descent with a shuffle of its own: what went wrong is found where the order does not show', async () => {
    const descent = (sign: string, order: string) => `
      export function gradientDescent(X, y, W, b, lr, numEpochs, batchSize, lossFn, activationFn = (Z) => Z) {
        let w = W.map(([first]) => first), c = b[0][0];
        const predict = (rows) => activationFn(rows.map((x) => [x.reduce((z, xj, j) => z + xj * w[j], c)]));
        const history = [];
        for (let epoch = 0; epoch < numEpochs; epoch++) {
          const order = ${order};
          for (let start = 0; start < order.length; start += batchSize) {
            const batch = order.slice(start, start + batchSize);
            const errors = predict(batch.map((i) => X[i])).map(([p], k) => p - y[batch[k]][0]);
            const step = (values) => ${sign}lr * values.reduce((sum, value) => sum + value, 0) / batch.length;
            w = w.map((wj, j) => wj - step(errors.map((e, k) => e * X[batch[k]][j])));
            c -= step(errors);
          }
          history.push(lossFn(predict(X), y));
        }
        return [w.map((wj) => [wj]), [[c]], history];
      }`;
    const rotated = 'X.map((_, i) => (i + epoch) % X.length)';
    expect(await questionFor('gradientDescent', descent('', rotated))).toBeNull();
    expect(await questionFor('gradientDescent', descent('-', rotated))).toMatch(/^ascends: /);
    expect(await questionFor('gradientDescent', descent('', 'X.map((_, i) => i)'))).toMatch(/^not-shuffled: /);
  });

  test('a missing minus', async () => {
    expect(await questionFor('crossEntropy', loss('total / n'))).toMatch(
      /^no-minus: On every case your loss is -1 times the right one\./,
    );
  });

  test('a loss summed over the samples, with the factor', async () => {
    const question = await questionFor('crossEntropy', loss('-total'));
    expect(question).toMatch(/^sum-over-samples: On every case your loss is n times the right one \(n rows\)\./);
  });

  test('a forward pass without its second bias', async () => {
    const source = `import { relu } from './relu'; import { softmax } from './softmax';
      const times = (X, W) => X.map((x) => W[0].map((_, j) => x.reduce((sum, v, k) => sum + v * W[k][j], 0)));
      export function forwardMlp(X, W1, b1, W2, b2) {
        const A1 = relu(times(X, W1).map((row) => row.map((z, j) => z + b1[0][j])));
        return [A1, softmax(times(A1, W2))];
      }`;
    expect(await questionFor('forwardMlp', source)).toMatch(/^b2-left-out: /);
  });

  test('an argument changed by the call, though the values are right', async () => {
    const source =
      'export function relu(Z: number[][]) { for (const row of Z) row.forEach((z, j) => { row[j] = Math.max(0, z); }); return Z.map((row) => [...row]); }';
    expect(await questionFor('relu', source)).toMatch(/^in-place: /);
  });
});

describe('a factor is said even when no misconception is known for it', () => {
  test.each([
    ['2 * total / n', 'On every case your loss is -2 times the right one.'],
    ['-1.7 * total', 'On every case your loss is 1.7 n times the right one (n rows).'],
    ['-3 * total / n / K', 'On every case your loss is 3/K times the right one (K columns).'],
  ])('%s', async (returned, sentence) => {
    expect(await questionFor('crossEntropy', loss(returned))).toBe(
      `factor: ${sentence}Which step of yours could multiply it?`,
    );
  });
});

describe('silence is better than a guess', () => {
  test.each([
    [
      'no factor, as it makes something of nothing',
      'relu',
      'export const relu = (Z: number[][]) => Z.map((row) => row.map((z) => Math.max(0 - z)));',
    ],
    [
      'a wrong answer like no other',
      'softmax',
      'export const softmax = (Z: number[][]) => Z.map((row) => row.map((z, j) => Math.sin(z) + j));',
    ],
    [
      'an answer that always throws',
      'softmax',
      'export const softmax = (Z: number[][]) => { throw new TypeError("x is not a function"); };',
    ],
    [
      'an answer that is right but for one entry',
      'relu',
      'export const relu = (Z: number[][]) => Z.map((r) => r.map((z) => (z === 7.25 ? 7 : Math.max(0, z))));',
    ],
    ['an untouched stub', 'softmax', "export function softmax() { throw new Error('TODO: write softmax'); }"],
  ])('%s', async (_, name, source) => {
    expect(await questionFor(name, source)).toBeNull();
  });
});

describe('what has nothing to do with a mistake does not hide it', () => {
  test.each(['1e-7', '1e-12', '1e-40'])('an epsilon of %s', async (epsilon) => {
    const both = `export const crossEntropy = (A: number[][], y: number[][]) =>
      A.flat().reduce((s, p, k) => {
        const t = y.flat()[k];
        return s - t * Math.log(p + ${epsilon}) - (1 - t) * Math.log(1 - p + ${epsilon});
      }, 0) / A.length;`;
    expect(await questionFor('crossEntropy', both)).toMatch(/^binary-cross-entropy: /);
  });
});

describe('an answer that is right but for its digits is told how many it has', () => {
  test.each([1, 3, 6])('%s decimals', async (decimals) => {
    const rounded = `export const sigmoid = (Z: number[][]) =>
      Z.map((r) => r.map((z) => Math.round(10 ** ${decimals} / (1 + Math.exp(-z))) / 10 ** ${decimals}));`;
    expect(await questionFor('sigmoid', rounded)).toMatch(new RegExp(`^rounded: .*to ${decimals} decimals?\\.`));
  });
});

describe('what crashes or is NaN throughout names no misconception', () => {
  test.each([
    ['NaN from every call', 'softmax', 'export const softmax = (Z: number[][]) => Z.map((r) => r.map(() => NaN));'],
    ['NaN from every call', 'sigmoid', 'export const sigmoid = (Z: number[][]) => Z.map((r) => r.map(() => NaN));'],
    ['NaN from every call', 'crossEntropy', 'export const crossEntropy = () => NaN;'],
    ['a crash of every call', 'forwardMlp', 'export const forwardMlp = (X: any) => X.nothing[0];'],
    ['a crash of every call', 'gradientDescent', 'export const gradientDescent = (X: any) => X.nothing();'],
  ])('%s of %s', async (_, name, source) => {
    expect(await questionFor(name, source)).toBeNull();
  });

  test('but an overflow in an answer that is right otherwise does', async () => {
    const naive =
      'export const sigmoid = (Z: number[][]) => Z.map((r) => r.map((z) => Math.exp(z) / (1 + Math.exp(z))));';
    expect(await questionFor('sigmoid', naive)).toMatch(/^infinity-by-infinity: /);
  });
});
