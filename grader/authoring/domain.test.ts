import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Matrix } from '../../reference/matrix';
import { columnsOf, from, functionOf, matrixOf, numberOf, recordOf, rowsOf, size } from './arguments';
import { type Arguments, type Domain, domainOf } from './domain';
import {
  among,
  constant,
  mixed,
  multiples,
  oneHotRow,
  probabilities,
  reals,
  uniformly,
  varied,
  wholes,
} from './entries';
import { given, inputsAsText } from './given';
import { random } from './inputs';
import type { Input } from './values';

const domain = (spec: Arguments) => domainOf(spec, Object.keys(spec));

/** Many draws, whose arguments are matrices. */
const drawMany = (spec: Arguments, count = 200) =>
  Array.from({ length: count }, (_, i) => domain(spec).draw(random(`draw ${i}`)) as readonly Matrix[]);

/** What is left of failing inputs when nothing simpler fails any more, as a tutor would look for it. */
function simplest({ simpler }: Domain, inputs: readonly Input[], fails: (inputs: readonly Input[]) => boolean) {
  for (let smallest = inputs; ; ) {
    const next = [...simpler(smallest)].find(fails);
    if (next === undefined) return smallest;
    smallest = next;
  }
}

const MLP = {
  X: matrixOf('n', 'features', reals),
  W1: matrixOf('features', 'hidden', reals),
  b1: matrixOf(1, 'hidden', reals),
  W2: matrixOf('hidden', 'classes', reals),
};

describe('draws', () => {
  test('are the same for the same stream, on every platform and Node version', () => {
    const text = inputsAsText(drawMany(MLP, 20));
    expect(createHash('sha256').update(text).digest('hex').slice(0, 16)).toBe('a5d12b48754238f6');
  });

  test('share the sizes that have one name, and vary all of them from 1 to 4', () => {
    const seen = new Set<string>();
    for (const [X, W1, b1, W2] of drawMany(MLP)) {
      expect([X[0].length, W1[0].length, W1[0].length]).toEqual([W1.length, b1[0].length, W2.length]);
      expect(b1).toHaveLength(1);
      for (const [name, length] of Object.entries({ n: X.length, hidden: W2.length, classes: W2[0].length }))
        seen.add(`${name} ${length}`);
    }
    expect(seen.size).toBe(3 * 4);
  });

  test('keep to the range that one of the sizes of a name gives', () => {
    const spec = { A: matrixOf('n', size('classes', 2, 3), reals), y: matrixOf('n', 'classes', reals) };
    expect(new Set(drawMany(spec).map(([, y]) => y[0].length))).toEqual(new Set([2, 3]));
  });

  test('are no larger than asked for', () => {
    const inputs = domain(MLP).draw(random('small'), 2) as readonly Matrix[];
    expect(Math.max(...inputs.flatMap((Z) => [Z.length, Z[0].length]))).toBeLessThanOrEqual(2);
  });

  test('hand over functions, numbers and matrices by name', () => {
    const double = given((Z: Matrix) => Z);
    const [params, lr, f] = domain({
      params: recordOf({ W: matrixOf('features', 1, wholes(1, 9)), b: matrixOf(1, 1, among(0)) }),
      lr: numberOf(among(0.5)),
      f: functionOf(double),
    }).draw(random('mixed'));
    expect(params).toEqual({ W: expect.arrayContaining([[expect.any(Number)]]), b: [[0]] });
    expect([lr, f]).toEqual([0.5, double]);
  });

  test('work out what follows from another argument', () => {
    const spec = { A: matrixOf('n', 1, among(0, 1)), y: from('A', (A: Matrix) => A.map(([a]) => [1 - a])) };
    for (const [A, y] of drawMany(spec, 20)) expect(y).toEqual(A.map(([a]) => [1 - a]));
  });
});

describe('what entries are drawn from', () => {
  const rows = (numbers: Parameters<typeof matrixOf>[2]) =>
    drawMany({ Z: matrixOf('n', size('columns', 2, 4), numbers) }).flatMap(([Z]) => Z);

  test('reals hold zeros, ties, both signs, fractions, and 9 beside 1000', () => {
    const seen = new Set(rows(reals).flat());
    for (const entry of [0, 1, -1, 9, 0.5, 0.001, 1000, -1000]) expect(seen).toContain(entry);
    expect(rows(reals).some((row) => new Set(row).size < row.length)).toBe(true);
    expect(rows(reals).some((row) => row.includes(9) && row.includes(1000))).toBe(true);
  });

  test('multiples are exact multiples in their range', () => {
    for (const entry of rows(multiples(0.25, -1, 1)).flat()) {
      expect(Number.isInteger(entry * 4)).toBe(true);
      expect(Math.abs(entry)).toBeLessThanOrEqual(1);
    }
  });

  test('probabilities are at least 0.05 and sum to 1; one-hot rows have a single 1', () => {
    for (const row of rows(probabilities)) {
      expect(row.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
      expect(Math.min(...row)).toBeGreaterThanOrEqual(0.05);
    }
    for (const row of rows(oneHotRow)) expect([...row].sort()).toEqual([...row.slice(1).map(() => 0), 1]);
  });

  test('constant and varied keep to what they say, by row or by column', () => {
    for (const row of rows(constant(reals))) expect(new Set(row).size).toBe(1);
    for (const row of rows(varied(among(0, 1)))) expect(new Set(row).size).toBe(2);
    const columns = drawMany({ Z: matrixOf('n', 'features', columnsOf(constant(reals))) });
    for (const [Z] of columns) expect(Z.every((row) => String(row) === String(Z[0]))).toBe(true);
  });

  test('rowsOf takes each row from one kind, mixed each entry', () => {
    expect(rows(rowsOf(constant(among(7)), constant(among(8)))).every((row) => new Set(row).size === 1)).toBe(true);
    expect(rows(mixed(among(7), uniformly(0, 1))).some((row) => row.includes(7) && row.some((x) => x < 1))).toBe(true);
  });
});

describe('simpler inputs', () => {
  test('leave out samples, features and units together, and end in plain numbers', () => {
    // Wrong wherever a hidden unit sees a number above 100.
    const fails = ([X, W1]: readonly Input[]) =>
      (X as Matrix).some((row) => row.some((x, k) => (W1 as Matrix)[k].some((w) => x * w > 100)));
    for (let i = 0; i < 20; i++) {
      const failing = Array.from({ length: 50 }, (_, k) => domain(MLP).draw(random(`${i} ${k}`))).find(fails);
      const [X, W1, b1, W2] = simplest(domain(MLP), failing ?? [], fails) as readonly Matrix[];
      expect([X, W1].map((Z) => [Z.length, Z[0].length])).toEqual([
        [1, 1],
        [1, 1],
      ]);
      expect([b1, W2]).toEqual([[[0]], [[0]]]);
    }
  });

  test('go down from a case that was never drawn, hundreds of columns at a time', () => {
    const { randn } = random('case');
    const wide = [randn(3, 784), randn(784, 4), randn(1, 4), randn(4, 2)];
    let tried = 0;
    const fails = ([X]: readonly Input[]) => {
      tried += 1;
      return (X as Matrix).some((row) => row.length > 0);
    };
    const { simpler } = domain(MLP);
    let smallest: readonly Input[] = wide;
    for (let i = 0; i < 12; i++) {
      for (const candidate of simpler(smallest)) {
        if (!fails(candidate)) continue;
        smallest = candidate;
        break;
      }
    }
    expect((smallest[0] as Matrix)[0].length).toBeLessThan(5);
    expect(tried).toBeLessThan(40);
  });

  test('stay inside the domain: rows of probabilities sum to 1, labels have their 1, columns keep their spread', () => {
    const spec = {
      A: matrixOf('n', size('classes', 2, 4), probabilities),
      y: matrixOf('n', 'classes', oneHotRow),
      Z: matrixOf('n', 2, columnsOf(varied(wholes(-3, 3)))),
    };
    for (const inputs of drawMany(spec, 30)) {
      for (const [A, y, Z] of domain(spec).simpler(inputs) as Iterable<Matrix[]>) {
        for (const row of A) expect(row.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
        for (const row of y) expect(row.filter((entry) => entry === 1)).toHaveLength(1);
        for (const j of [0, 1]) expect(Z.length < 2 || new Set(Z.map((row) => row[j])).size > 1).toBe(true);
      }
    }
  });

  test('work out anew what follows from another argument', () => {
    const spec = { A: matrixOf('n', 1, among(0, 1)), y: from('A', (A: Matrix) => A.map(([a]) => [1 - a])) };
    for (const [A, y] of domain(spec).simpler([
      [[1], [1], [0]],
      [[0], [0], [1]],
    ]) as Iterable<Matrix[]>)
      expect(y).toEqual(A.map(([a]) => [1 - a]));
  });

  test('come to an end', () => {
    for (const inputs of drawMany(MLP, 20))
      expect(simplest(domain(MLP), inputs, () => true)).toEqual([[[0]], [[0]], [[0]], [[0]]]);
  });
});

test('a domain whose names, sizes or arguments do not fit gets a sentence', () => {
  expect(() => domainOf({ X: matrixOf(1, 1, reals) }, ['Z'])).toThrow('it names X, but the parameters are Z.');
  expect(() => domain({ X: matrixOf(size('n', 1, 2), 1, reals), W: matrixOf(size('n', 2, 3), 1, reals) })).toThrow(
    'the size "n" goes from 1 to 2 and from 2 to 3.',
  );
  expect(() => domain({ X: matrixOf(1, 1, reals), y: from('Z', (Z: Matrix) => Z) })).toThrow(
    'the argument y follows from Z, which is not drawn.',
  );
});
