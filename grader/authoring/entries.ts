import type { Random } from './inputs';

/** What the entries of a row, of a column, or a number on its own are drawn from, and how they are made simpler. */
export interface Numbers {
  /** `length` numbers. */
  draw(random: Random, length: number): number[];
  /** Whether `numbers` could have been drawn. */
  hold(numbers: readonly number[]): boolean;
  /** As many simpler numbers that could have been drawn as well, the simplest first. */
  simpler(numbers: readonly number[]): Iterable<readonly number[]>;
  /** What to make of a row that has lost entries, so that it could have been drawn; by default it is left as it is. */
  repaired?(numbers: readonly number[]): number[];
}

/** Entries that are drawn independently of each other. */
function entries(
  one: (random: Random) => number,
  has: (entry: number) => boolean,
  simplerOne: (entry: number) => Iterable<number> = simplerNumbers,
): Numbers {
  const candidates = (entry: number) => [...simplerOne(entry)].filter(has);
  return {
    draw: (random, length) => Array.from({ length }, () => one(random)),
    hold: (numbers) => numbers.every(has),
    *simpler(numbers) {
      const simplest = numbers.map((entry) => candidates(entry)[0] ?? entry);
      if (numbers.length > 1 && simplest.some((entry, i) => entry !== numbers[i])) yield simplest;
      for (const [i, entry] of numbers.entries()) {
        for (const candidate of candidates(entry)) yield replaced(numbers, i, candidate);
      }
    },
  };
}

/** `numbers` with another one in place `at`. */
const replaced = (numbers: readonly number[], at: number, entry: number) =>
  numbers.map((old, i) => (i === at ? entry : old));

/** 0 and 1, then what is left of `entry` without its fraction, its decimals, or its sign. */
function simplerNumbers(entry: number): readonly number[] {
  const size = Math.abs(entry);
  const shorter = [Math.trunc(entry), Math.round(entry * 10) / 10, Math.round(entry * 1000) / 1000, size];
  return [...new Set([0, 1, -1, ...shorter])].filter((candidate) => plainness(candidate) < plainness(entry));
}

/** Grows with the digits of a number, then with its size; a negative number comes after its opposite. */
const plainness = (x: number) => String(Math.abs(x)).length + Math.abs(x) / (1 + Math.abs(x)) + (x < 0 ? 0.5 : 0);

/** Any of `choices`, the simplest first. Naming one twice draws it twice as often. */
export function among(...choices: readonly number[]): Numbers {
  return entries(
    ({ integers }) => choices[integers(1, 0, choices.length)[0]],
    (entry) => choices.includes(entry),
    (entry) => choices.slice(0, choices.indexOf(entry)),
  );
}

/** Multiples of `step` from `low` to `high`: sums and products of halves and quarters are exact, also in 32 bits. */
export function multiples(step: number, low: number, high: number): Numbers {
  const [first, last] = [Math.ceil(low / step), Math.floor(high / step)];
  return entries(
    ({ integers }) => integers(1, first, last + 1)[0] * step,
    (entry) => entry >= low && entry <= high && Number.isInteger(entry / step),
  );
}

/** Whole numbers from `low` to `high`. */
export const wholes = (low: number, high: number): Numbers => multiples(1, low, high);

/** Any numbers in [low, high), to six decimals. */
export function uniformly(low: number, high: number): Numbers {
  return entries(
    ({ rand }) => rand(1, 1, low, high)[0][0],
    (entry) => entry >= low && entry <= high,
  );
}

/** Each entry from one of `kinds`. */
export function mixed(...kinds: readonly Numbers[]): Numbers {
  return entries(
    (random) => pick(random, kinds).draw(random, 1)[0],
    (entry) => kinds.some((kind) => kind.hold([entry])),
    (entry) => kinds.filter((kind) => kind.hold([entry])).flatMap((kind) => [...kind.simpler([entry])].flat()),
  );
}

/** One of `choices`, all equally likely. */
export function pick<T>({ integers }: Random, choices: readonly T[]): T {
  return choices[integers(1, 0, choices.length)[0]];
}

/** The same number throughout: ties, columns without spread. */
export function constant(kind: Numbers): Numbers {
  const repeated = (length: number, entry: number) => Array.from({ length }, () => entry);
  return {
    draw: (random, length) => repeated(length, kind.draw(random, 1)[0]),
    hold: (numbers) => numbers.every((entry) => entry === numbers[0]) && kind.hold(numbers),
    *simpler(numbers) {
      for (const [entry] of kind.simpler(numbers.slice(0, 1))) yield repeated(numbers.length, entry);
    },
  };
}

/** Not the same number throughout, unless there is only one. */
export function varied(kind: Numbers): Numbers {
  const differ = (numbers: readonly number[]) => numbers.length < 2 || numbers.some((entry) => entry !== numbers[0]);
  return {
    draw(random, length) {
      for (;;) {
        const numbers = kind.draw(random, length);
        if (differ(numbers)) return numbers;
      }
    },
    hold: (numbers) => differ(numbers) && kind.hold(numbers),
    *simpler(numbers) {
      for (const candidate of kind.simpler(numbers)) if (differ(candidate)) yield candidate;
    },
  };
}

/** A single 1 among zeros: the label of a sample. */
export const oneHotRow: Numbers = {
  draw({ integers }, length) {
    const [label] = integers(1, 0, length);
    return Array.from({ length }, (_, j) => (j === label ? 1 : 0));
  },
  hold: (numbers) => numbers.filter((entry) => entry === 1).length === 1 && numbers.every((x) => x === 0 || x === 1),
  *simpler(numbers) {
    for (let label = 0; label < numbers.indexOf(1); label++) yield numbers.map((_, j) => (j === label ? 1 : 0));
  },
  repaired: (numbers) => (numbers.includes(1) ? [...numbers] : numbers.map((_, j) => (j === 0 ? 1 : 0))),
};

/** Probabilities are drawn as this many parts of a whole, which prints well: 0.35, 0.6, 0.05. */
const PARTS = 20;

/** Probabilities of at least 0.05 that sum to 1, for up to 20 classes. */
export const probabilities: Numbers = {
  draw({ integers }, length) {
    const parts = Array.from({ length }, () => 1);
    for (const j of integers(PARTS - length, 0, length)) parts[j] += 1;
    return parts.map((count) => count / PARTS);
  },
  hold: (numbers) => numbers.every((p) => p > 0) && Math.abs(numbers.reduce((sum, p) => sum + p, 0) - 1) < 1e-9,
  *simpler(numbers) {
    const equal = numbers.map(() => 1 / numbers.length);
    if (PARTS % numbers.length === 0 && numbers.some((p) => p !== equal[0])) yield equal;
  },
  // What is missing goes to the last.
  repaired(numbers) {
    const others = numbers.slice(0, -1).reduce((sum, p) => sum + Math.round(p * PARTS), 0);
    return replaced(numbers, numbers.length - 1, (PARTS - others) / PARTS);
  },
};

/** Numbers of every size and sign: zeros and ties, fractions, tiny ones, and 9 beside 1000, which text sorts last. */
export const reals: Numbers = mixed(
  among(0, 1, -1, 2, 9, -9),
  uniformly(-3, 3),
  among(0.5, -0.25, 0.001, -0.001, 1000, -1000),
);
