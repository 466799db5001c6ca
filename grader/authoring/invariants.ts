import type { Matrix } from '../../reference/matrix';
import { compare, type Tolerance } from './compare';
import type { Finding } from './findings';
import { largest } from './largest';
import type { Invariant } from './properties';

/** What must hold of every answer, under names that read well in a fixture. */

function invariant<Output>(test: (output: Output, name: string) => Finding | null): Invariant<Output> {
  return {
    kind: 'invariant',
    test: (output, names) => test(output, String(names)),
  };
}

/** The first entry of `output` that is not `fine`, as a finding. */
function firstEntry(
  output: Matrix | number,
  fine: (entry: number) => boolean,
  finding: (at: number[], got: number) => Finding,
): Finding | null {
  if (typeof output === 'number') return fine(output) ? null : finding([], output);
  for (const [i, row] of output.entries()) {
    const j = row.findIndex((entry) => !fine(entry));
    if (j !== -1) return finding([i, j], row[j]);
  }
  return null;
}

/** No NaN and no infinity: of a matrix or of a single number. */
export function finite(): Invariant<Matrix | number> {
  return invariant((output, name) =>
    firstEntry(output, Number.isFinite, (at, got) => ({
      kind: 'not-finite',
      name,
      at,
      got,
    })),
  );
}

/** Every entry, or the one number, lies in [low, high]. `slack` is how far rounding may carry it outside. */
export function between(low: number, high: number, slack = 1e-6): Invariant<Matrix | number> {
  return invariant((output, name) =>
    firstEntry(
      output,
      (entry) => entry >= low - slack && entry <= high + slack,
      (at, got) => ({ kind: 'out-of-range', name, at, low, high, got }),
    ),
  );
}

/** Every row sums to 1, within 1e-6. */
export function rowsSumToOne(): Invariant<Matrix> {
  return invariant((output, name) => {
    const sums = output.map((row) => row.reduce((sum, entry) => sum + entry, 0));
    const row = sums.findIndex((sum) => !(Math.abs(sum - 1) <= 1e-6));
    return row === -1 ? null : { kind: 'row-sum', name, row, got: sums[row] };
  });
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Every column's `statistic`, as `compute` works it out, is `expected` to within 1e-4. */
function everyColumn(
  statistic: 'mean' | 'deviation',
  expected: number,
  compute: (column: readonly number[]) => number,
): Invariant<Matrix> {
  return invariant((output, name) => {
    const [first = []] = output;
    for (const column of first.keys()) {
      const got = compute(output.map((row) => row[column]));
      if (!(Math.abs(got - expected) <= 1e-4))
        return { kind: 'column-statistic', name, column, statistic, expected, got };
    }
    return null;
  });
}

/** Every column has mean 0. */
export function columnsCentred(): Invariant<Matrix> {
  return everyColumn('mean', 0, mean);
}

/** Every column has deviation 1 (the population's, divided by n): for cases in which every column has a spread. */
export function columnsScaled(): Invariant<Matrix> {
  return everyColumn('deviation', 1, (column) => {
    const centre = mean(column);
    return Math.sqrt(mean(column.map((entry) => (entry - centre) ** 2)));
  });
}

/** The mean, over the rows, of each row's largest entry; 1/k when all k classes are as likely, near 1 when one dominates. */
function meanLargest(output: Matrix): number {
  return output.reduce((sum, row) => sum + largest(row), 0) / output.length;
}

/** On average over rows, the largest probability is above `bound`: the softmax is saturated. */
export function saturated(bound: number): Invariant<Matrix> {
  return invariant((output, name) => {
    const got = meanLargest(output);
    return got > bound ? null : { kind: 'mean-largest', name, expected: 'above', bound, got };
  });
}

/** On average over rows, the largest probability is below `bound`: no class stands out yet. */
export function undecided(bound: number): Invariant<Matrix> {
  return invariant((output, name) => {
    const got = meanLargest(output);
    return got < bound ? null : { kind: 'mean-largest', name, expected: 'below', bound, got };
  });
}

/** The number is within `slack` of `expected`; `why` tells the learner where the value comes from. */
export function near(expected: number, slack: number, why: string): Invariant<number> {
  return invariant((got, name) =>
    Math.abs(got - expected) <= slack ? null : { kind: 'not-near', name, at: [], expected, slack, why, got },
  );
}

/** Every entry is within `slack` of its place in `expected`; `why` tells the learner where the values come from. */
export function entriesNear(expected: Matrix, slack: number, why: string): Invariant<Matrix> {
  return invariant((output, name) => {
    const finding = compare(output, expected, name, { rtol: 0, atol: slack });
    if (finding?.kind !== 'entry') return finding;
    const { at, got, expected: entry } = finding;
    return { kind: 'not-near', name, at, expected: entry, slack, why, got };
  });
}

/** What a computation in single precision may be off by. */
const SINGLE_PRECISION: Tolerance = { rtol: 1e-5, atol: 1e-6 };

/** None of the answers in `wrong`, not even nearly; `sentence` tells the learner what such an answer means. */
export function differsFrom(wrong: readonly Matrix[], sentence: string): Invariant<Matrix> {
  return invariant((output, name) =>
    wrong.some((answer) => compare(output, answer, name, SINGLE_PRECISION) === null)
      ? { kind: 'says', sentence }
      : null,
  );
}

/** The last number is below a tenth of the first: for a loss that should get small. */
export function falls(): Invariant<readonly number[]> {
  return invariant((output, name) => {
    const [first = Number.NaN] = output;
    const last = output.at(-1) ?? Number.NaN;
    return last < first / 10 ? null : { kind: 'no-fall', name, first, last };
  });
}

type At<Index extends 0 | 1 | 2, Part> = Index extends 0
  ? readonly [Part, ...unknown[]]
  : Index extends 1
    ? readonly [unknown, Part, ...unknown[]]
    : readonly [unknown, unknown, Part, ...unknown[]];

/** The same invariant for one part of an answer: `part(1, rowsSumToOne())` looks at the `A2` of `[A1, A2]`. */
export function part<Index extends 0 | 1 | 2, Part>(
  index: Index,
  { test }: Invariant<Part>,
): Invariant<At<Index, Part>> {
  return {
    kind: 'invariant',
    test: (output, names) => test((output as readonly unknown[])[index] as Part, names[index]),
  };
}

/** What fits all of `Outputs`. */
type Every<Outputs extends readonly unknown[]> = Outputs extends readonly [infer First, ...infer Rest]
  ? First & Every<Rest>
  : unknown;

/** Several invariants as one, each of the whole answer or of a part: the first that does not hold is reported. */
export function all<Outputs extends readonly unknown[]>(
  ...invariants: { readonly [I in keyof Outputs]: Invariant<Outputs[I]> }
): Invariant<Every<Outputs>> {
  return {
    kind: 'invariant',
    test(output, names) {
      for (const { test } of invariants as readonly Invariant<Every<Outputs>>[]) {
        const finding = test(output, names);
        if (finding !== null) return finding;
      }
      return null;
    },
  };
}
