import type { Argument, Derived, Range, Size } from './arguments';
import { inputsAsText } from './given';
import type { Random } from './inputs';
import type { Input } from './values';

/** What inputs a function is for: every argument with its sizes, and what its numbers are drawn from. */
export interface Domain {
  /** Inputs of this domain; sizes are at most `largest`. */
  draw(random: Random, largest?: number): readonly Input[];
  /** Whether `inputs`, which may be any that the function takes, could have been drawn. */
  holds(inputs: readonly Input[]): boolean;
  /**
   * Inputs that are a little simpler than `inputs`, the smallest first: without a sample, a feature, a unit in all the
   * arguments that share its size, or with simpler numbers. `inputs` may be any that the function takes.
   */
  simpler(inputs: readonly Input[]): Iterable<readonly Input[]>;
  /** Where `inputs`, which may be fewer than the parameters, have not the sizes of this domain; null where they have. */
  misfit(inputs: readonly Input[]): Misfit | null;
}

/** A size that is not the same wherever it occurs; or, without `size`, an argument that is not made up as it should be. */
export interface Misfit {
  readonly argument: string;
  readonly size: {
    readonly name: string;
    readonly length: number;
    readonly other: string;
    readonly otherLength: number;
  } | null;
}

/** The arguments of a domain by the names of the parameters, in their order. */
export type Arguments = Readonly<Record<string, Argument | Derived>>;

type Values = Readonly<Record<string, Input>>;

/**
 * The domain whose arguments are `spec`, for a function with these `parameters`; the last of them may be left out.
 *
 * @throws Error in a sentence when names do not fit, an argument follows from one that is not drawn, or sizes contradict
 * each other
 */
export function domainOf(spec: Arguments, parameters: readonly string[]): Domain {
  const names = Object.keys(spec);
  const odd = names.find((name, i) => name !== parameters[i]);
  if (odd !== undefined)
    throw new Error(`it names ${names.join(', ')}, but the parameters are ${parameters.join(', ')}.`);
  const drawn = Object.entries(spec).flatMap(([name, one]) => ('derive' in one ? [] : [[name, one] as const]));
  const derived = Object.entries(spec).flatMap(([name, one]) => ('derive' in one ? [[name, one] as const] : []));
  for (const [name, { from }] of derived) {
    if (!drawn.some(([other]) => other === from))
      throw new Error(`the argument ${name} follows from ${from}, which is not drawn.`);
  }
  const sizes = sizesOf(drawn.flatMap(([, argument]) => argument.sizes));

  /** The arguments in order, those that follow from others worked out anew. */
  function inputsOf(values: Values): readonly Input[] {
    const all: Record<string, Input> = { ...values };
    for (const [name, { from, derive }] of derived) all[name] = derive(values[from]);
    return names.map((name) => all[name]);
  }

  const holds = (values: Values) => drawn.every(([name, argument]) => argument.holds(values[name]));

  /** `values` with fewer rows and columns: halves of many first, then one at a time, from the last on. */
  function* smaller(values: Values, lengths: ReadonlyMap<string, number>): Generator<Values> {
    for (const { name, low } of sizes) {
      const length = lengths.get(name) ?? 0;
      for (const [start, count] of cuts(length)) {
        if (length - count < low) continue;
        yield Object.fromEntries(drawn.map(([key, one]) => [key, one.without(values[key], name, start, count)]));
      }
    }
  }

  /** The length of every size; null when inputs are not made up like those of this domain. */
  function lengthsOf(values: Values): ReadonlyMap<string, number> | null {
    const lengths = new Map<string, number>();
    for (const [name, argument] of drawn) {
      const own = argument.lengths(values[name]);
      if (own === null || own.some(([size, length]) => (lengths.get(size) ?? length) !== length)) return null;
      for (const [size, length] of own) lengths.set(size, length);
    }
    return lengths;
  }

  const named = (inputs: readonly Input[]): Values => Object.fromEntries(names.map((name, i) => [name, inputs[i]]));

  return {
    draw(random, largest = Number.POSITIVE_INFINITY) {
      const lengths = Object.fromEntries(
        sizes.map(({ name, low, high }) => {
          const most = Math.max(low, Math.min(high, largest));
          return [name, random.integers(1, low, most + 1)[0]];
        }),
      );
      return inputsOf(Object.fromEntries(drawn.map(([name, argument]) => [name, argument.draw(random, lengths)])));
    },
    holds(inputs) {
      const values = named(inputs);
      const lengths = lengthsOf(values);
      if (inputs.length !== names.length || lengths === null || !holds(values)) return false;
      const inRange = sizes.every(({ name, low, high }) => within(lengths.get(name) ?? 0, low, high));
      return inRange && inputsAsText(inputs) === inputsAsText(inputsOf(values));
    },
    misfit(inputs) {
      const values = named(inputs);
      const seen = new Map<string, { readonly argument: string; readonly length: number }>();
      const askew = derived.find(([name, { from, derive }]) => !isAsLarge(values[name], derive(values[from])));
      if (askew !== undefined) return { argument: askew[0], size: null };
      for (const [name, argument] of drawn) {
        if (values[name] === undefined) continue;
        const own = argument.lengths(values[name]);
        if (own === null) return { argument: name, size: null };
        for (const [size, length] of own) {
          const first = seen.get(size) ?? { argument: name, length };
          seen.set(size, first);
          if (first.length !== length)
            return { argument: name, size: { name: size, length, other: first.argument, otherLength: first.length } };
        }
      }
      return null;
    },
    *simpler(inputs) {
      const values = named(inputs);
      const lengths = lengthsOf(values);
      if (lengths === null) return;
      // Inputs that could not have been drawn, such as a case's, may stay so.
      const strict = holds(values);
      for (const candidate of smaller(values, lengths)) if (!strict || holds(candidate)) yield inputsOf(candidate);
      for (const [name, argument] of drawn) {
        for (const value of argument.simpler(values[name])) yield inputsOf({ ...values, [name]: value });
      }
    },
  };
}

/** Whether two values have as many rows, and as many columns in the first of them. */
function isAsLarge(one: Input | undefined, other: Input): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return Array.isArray(one) === Array.isArray(other);
  return one.length === other.length && (one.length === 0 || isAsLarge(one[0], other[0]));
}

/** A size that nobody gives a range has one to four. */
const RANGE: Range = { low: 1, high: 4 };

/** The sizes, each once, with its range. */
function sizesOf(sizes: readonly Size[]): readonly (Range & { readonly name: string })[] {
  const ranges = new Map<string, Range | null>();
  for (const { name, range } of sizes) {
    const known = ranges.get(name) ?? null;
    if (known !== null && range !== null && (known.low !== range.low || known.high !== range.high)) {
      const both = [known, range].map(({ low, high }) => `from ${low} to ${high}`).join(' and ');
      throw new Error(`the size "${name}" goes ${both}.`);
    }
    ranges.set(name, range ?? known);
  }
  return [...ranges].map(([name, range]) => ({ name, ...(range ?? RANGE) }));
}

const within = (length: number, low: number, high: number) => length >= low && length <= high;

/** Which rows to leave out, as `[first, how many]`. */
function* cuts(length: number): Generator<readonly [from: number, count: number]> {
  const half = Math.floor(length / 2);
  if (half > 1)
    yield* [
      [length - half, half],
      [0, half],
    ] as const;
  for (let i = length - 1; i >= 0; i--) yield [i, 1];
}
