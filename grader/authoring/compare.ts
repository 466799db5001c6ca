import type { Matrix } from '../../reference/matrix';
import type { Finding } from './findings';
import type { Names, Value } from './values';

/**
 * How close is close enough: NumPy's `allclose`, |got - want| <= atol + rtol * |want|.
 * NaN never agrees with anything.
 */
export interface Tolerance {
  readonly rtol: number;
  readonly atol: number;
}

/** Lets single precision and any sane epsilon pass, and rounding to four decimals fail. */
export const DEFAULT_TOLERANCE: Tolerance = { rtol: 1e-5, atol: 1e-8 };

/** For numbers that nothing should have changed. */
export const EXACT: Tolerance = { rtol: 0, atol: 0 };

/** |got - want| as a multiple of what the tolerance allows: up to 1 agrees; NaN counts as infinitely far. */
export function distance(got: number, want: number, { rtol, atol }: Tolerance): number {
  if (got === want) return 0;
  const ratio = Math.abs(got - want) / (atol + rtol * Math.abs(want));
  return Number.isNaN(ratio) ? Number.POSITIVE_INFINITY : ratio;
}

/** Whether one number agrees with another. Whatever calls an entry right or wrong asks here. */
export function agrees(got: number, want: number, tolerance: Tolerance): boolean {
  return distance(got, want, tolerance) <= 1;
}

/**
 * The first difference between two values of the same kind, null when they agree.
 *
 * @param names what the parts are called, as in the exercise's `returns`
 */
export function compare(got: Value, want: Value, names: Names, tolerance: Tolerance): Finding | null {
  return firstOf(parts(got, want, names), (part) => compareShape(part) ?? compareEntries(part, tolerance));
}

/** The first difference in shape, whatever the entries. */
export function compareShapes(got: Value, want: Value, names: Names): Finding | null {
  return firstOf(parts(got, want, names), compareShape);
}

/** One number, vector or matrix of an answer beside the reference's. */
interface Part {
  readonly name: string;
  readonly got: Value;
  readonly want: Value;
}

function firstOf(parts: readonly Part[], find: (part: Part) => Finding | null): Finding | null {
  for (const part of parts) {
    const finding = find(part);
    if (finding !== null) return finding;
  }
  return null;
}

function parts(got: Value, want: Value, names: Names): readonly Part[] {
  if (typeof names !== 'string') {
    return names.flatMap((name, i) => parts((got as readonly Value[])[i], (want as readonly Value[])[i], name));
  }
  if (typeof want === 'number' || Array.isArray(want)) return [{ name: names, got, want }];
  return Object.entries(want).map(([name, value]) => ({
    name: `${names}.${name}`,
    got: (got as Record<string, Value>)[name],
    want: value,
  }));
}

function sizes(value: Value): readonly number[] {
  if (typeof value === 'number') return [];
  const rows = value as readonly (number | readonly number[])[];
  const [first] = rows;
  return typeof first === 'object' ? [rows.length, first.length] : [rows.length];
}

function compareShape({ name, got, want }: Part): Finding | null {
  const expected = sizes(want);
  const shape = sizes(got);
  if (shape.length === expected.length && shape.every((size, axis) => size === expected[axis])) return null;
  return { kind: 'shape', name, expected, got: shape };
}

function entries(value: Value): readonly number[] {
  return typeof value === 'number' ? [value] : (value as readonly number[] | Matrix).flat();
}

/** Indices of the entries that do not agree, rows one after another. The shapes must be the same. */
function wrongIndices({ got, want }: Part, tolerance: Tolerance): readonly number[] {
  const gotten = entries(got);
  return entries(want).flatMap((entry, index) => (agrees(gotten[index], entry, tolerance) ? [] : [index]));
}

/** Where the entry of that index stands: `[]` for a number, `[i]` in a vector, `[i, j]` in a matrix. */
function positionOf(index: number, want: Value): Position {
  if (typeof want === 'number') return [];
  const [, columns] = sizes(want);
  return columns === undefined ? [index] : [Math.floor(index / columns), index % columns];
}

/** Whether all entries agree, which takes no list of them. The shapes must be the same. */
function allAgree(got: Value, want: Value, tolerance: Tolerance): boolean {
  if (typeof want === 'number') return agrees(got as number, want, tolerance);
  return (want as readonly Value[]).every((item, i) => allAgree((got as readonly Value[])[i], item, tolerance));
}

function compareEntries(part: Part, tolerance: Tolerance): Finding | null {
  const { name, got, want } = part;
  if (allAgree(got, want, tolerance)) return null;
  const wrong = wrongIndices(part, tolerance);
  const [first] = wrong;
  const [wanted, gotten] = [entries(want), entries(got)];
  return {
    kind: 'entry',
    name,
    at: positionOf(first, want),
    expected: wanted[first],
    got: gotten[first],
    wrong: wrong.length,
    total: wanted.length,
  };
}

/** Where an entry stands in its part of an answer. */
export type Position = readonly number[];

/** A part of an answer with its wrong entries. */
export interface WrongEntries {
  readonly name: string;
  readonly want: Value;
  readonly at: readonly Position[];
}

/** The wrong entries of each part of an answer; parts of another shape than the reference's are left out. */
export function wrongEntries(got: Value, want: Value, names: Names, tolerance: Tolerance): readonly WrongEntries[] {
  return parts(got, want, names)
    .filter((part) => compareShape(part) === null)
    .map((part) => ({
      name: part.name,
      want: part.want,
      at: wrongIndices(part, tolerance).map((index) => positionOf(index, part.want)),
    }));
}

/** The largest distance between entries of two values, as a multiple of the tolerance; infinite when shapes differ. */
export function worstDistance(got: Value, want: Value, names: Names, tolerance: Tolerance): number {
  const distances = parts(got, want, names).map((part) => {
    if (compareShape(part) !== null) return Number.POSITIVE_INFINITY;
    const gotten = entries(part.got);
    return entries(part.want).reduce((worst, entry, i) => Math.max(worst, distance(gotten[i], entry, tolerance)), 0);
  });
  return Math.max(...distances);
}
