import type { Matrix } from '../../reference/matrix';
import { transposed } from './arithmetic';
import { type Numbers, pick } from './entries';
import { type GivenFunction, made } from './given';
import type { Random } from './inputs';
import type { Input } from './values';

/** How many rows or columns. All sizes of one name are drawn once, in the range that one of them gives, if any does. */
export interface Size {
  readonly name: string;
  readonly range: Range | null;
}

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Lengths by the names of sizes, one of which may occur several times. */
export type Lengths = readonly (readonly [name: string, length: number])[];

/** One argument of a function, as a domain draws it and makes it simpler. */
export interface Argument<T = Input> {
  readonly sizes: readonly Size[];
  draw(random: Random, lengths: Readonly<Record<string, number>>): T;
  /** Whether it could have been drawn, whatever its size. */
  holds(value: T): boolean;
  /** How long `value` is in each of the sizes; null when it is of another kind. */
  lengths(value: T): Lengths | null;
  /** `value` without `count` rows, columns or both from `start` on: in each direction whose size is called `name`. */
  without(value: T, name: string, start: number, count: number): T;
  /** Simpler ones of the same size, the simplest first. */
  simpler(value: T): Iterable<T>;
}

/** An argument that follows from another one. */
export interface Derived<T = Input> {
  readonly from: string;
  derive(other: Input): T;
}

/** The size called `name`, from `low` to `high`. The range need be given in one place only. */
export const size = (name: string, low: number, high: number): Size => ({ name, range: { low, high } });

/** Numbers along the columns of a matrix instead of along its rows. */
interface Columns {
  readonly columns: Numbers;
}

/** Each column of one of `kinds`: `matrixOf('n', 'features', columnsOf(constant(wholes(0, 9)), varied(wholes(-9, 9))))`. */
export const columnsOf = (...kinds: readonly Numbers[]): Columns => ({ columns: rowsOf(...kinds) });

/** Each row of one of `kinds`. */
export const rowsOf = (...kinds: readonly Numbers[]): Numbers => ({
  draw: (random, length) => pick(random, kinds).draw(random, length),
  hold: (numbers) => kinds.some((kind) => kind.hold(numbers)),
  *simpler(numbers) {
    for (const kind of kinds) if (kind.hold(numbers)) yield* kind.simpler(numbers);
  },
});

/** How many rows or columns: a number, or a size, itself or by name. */
type Count = number | string | Size;

const sizeOf = (count: Count): readonly Size[] =>
  typeof count === 'number' ? [] : [typeof count === 'string' ? { name: count, range: null } : count];

/** The lengths of each size among these counts; null where a count that is a number is not the length. */
function measured(...counted: readonly (readonly [count: Count, length: number])[]): Lengths | null {
  if (counted.some(([count, length]) => typeof count === 'number' && count !== length)) return null;
  return counted.flatMap(([count, length]) => sizeOf(count).map(({ name }) => [name, length] as const));
}

const nameOf = (count: Count) => sizeOf(count)[0]?.name;

/**
 * A matrix. Sizes of the same name are the same wherever they occur, so a hidden unit is a column of one matrix and a
 * row of the next.
 *
 * @param rows a number, a size, or the name of a size from 1 to 4
 * @param columns as `rows`
 * @param entries what each row is drawn from, or each column (`columnsOf`)
 */
export function matrixOf(rows: Count, columns: Count, entries: Numbers | Columns): Argument<Matrix> {
  const byColumn = 'columns' in entries;
  const lines = byColumn ? entries.columns : entries;
  /**
   * The rows of a matrix, or its columns: whichever are drawn each on their own. Turned twice, it is the matrix again.
   */
  const turned = (Z: Matrix) => (byColumn ? transposed(Z) : Z);
  return {
    sizes: [...sizeOf(rows), ...sizeOf(columns)],
    draw(random, lengths) {
      const [n, m] = [rows, columns].map((count) => (typeof count === 'number' ? count : lengths[nameOf(count)]));
      const [many, long] = byColumn ? [m, n] : [n, m];
      return turned(Array.from({ length: many }, () => lines.draw(random, long)));
    },
    holds: (Z) => turned(Z).every((line) => lines.hold(line)),
    lengths: (Z) =>
      Array.isArray(Z) && Array.isArray(Z[0]) ? measured([rows, Z.length], [columns, Z[0].length]) : null,
    without(Z, name, start, count) {
      const kept = (_: unknown, i: number) => i < start || i >= start + count;
      const fewer = nameOf(rows) === name ? Z.filter(kept) : Z;
      const narrower = nameOf(columns) === name ? fewer.map((row) => row.filter(kept)) : fewer;
      return turned(turned(narrower).map((line) => (lines.hold(line) ? line : (lines.repaired?.(line) ?? line))));
    },
    *simpler(Z) {
      const all = turned(Z);
      for (const [i, line] of all.entries()) {
        for (const candidate of lines.simpler(line)) {
          yield turned(all.map((old, k) => (k === i ? [...candidate] : old)));
        }
      }
    },
  };
}

/** A number on its own: a learning rate, a step. */
export function numberOf(kind: Numbers): Argument<number> {
  return {
    ...withoutSizes('number'),
    draw: (random) => kind.draw(random, 1)[0],
    holds: (value) => kind.hold([value]),
    without: (value) => value,
    *simpler(value) {
      for (const [candidate] of kind.simpler([value])) yield candidate;
    },
  };
}

const withoutSizes = (kind: 'number' | 'function') => ({
  sizes: [],
  lengths: (value: unknown) => (typeof value === kind ? [] : null),
});

/** One of the functions, which come from `reference/functions.ts` by `given`. */
export function functionOf<F extends GivenFunction>(...functions: readonly F[]): Argument<F> {
  return {
    ...withoutSizes('function'),
    draw: (random) => pick(random, functions),
    holds: (value) => functions.includes(value),
    without: (value) => value,
    simpler: () => [],
  };
}

/** What `factory` of `reference/functions.ts` makes of a number from 1 to 999: `madeOf(uniform)`, a source of random numbers. */
export function madeOf<F extends GivenFunction>(factory: (seed: number) => F): Argument<F> {
  return {
    ...withoutSizes('function'),
    draw: ({ integers }) => made(factory, integers(1, 1, 1000)[0]),
    holds: () => true,
    without: (value) => value,
    simpler: () => [],
  };
}

/** Matrices by name, as parameters of a model. */
export function recordOf(parts: Readonly<Record<string, Argument<Matrix>>>): Argument<Record<string, Matrix>> {
  const each = (change: (part: Argument<Matrix>, name: string) => Matrix) =>
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, change(part, name)]));
  const all = Object.entries(parts);
  return {
    sizes: all.flatMap(([, { sizes }]) => sizes),
    draw: (random, lengths) => each((part) => part.draw(random, lengths)),
    holds: (value) => all.every(([name, part]) => part.holds(value[name])),
    lengths(value) {
      if (Object.keys(value).sort().join() !== Object.keys(parts).sort().join()) return null;
      const lengths = all.map(([name, part]) => part.lengths(value[name]));
      return lengths.every((of) => of !== null) ? lengths.flat() : null;
    },
    without: (value, ...rest) => each((part, name) => part.without(value[name], ...rest)),
    *simpler(value) {
      for (const [name, part] of all) {
        for (const candidate of part.simpler(value[name])) yield { ...value, [name]: candidate };
      }
    },
  };
}

/** An argument that follows from the one called `name`, such as labels that contradict the predictions. */
export const from = <T extends Input, U extends Input>(name: string, derive: (other: U) => T): Derived<T> => ({
  from: name,
  derive: (other) => derive(other as U),
});
