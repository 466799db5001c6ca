/**
 * What host and guest say to each other. The host asks, the guest answers each request once, in order.
 *
 * A message is a frame (see `frame.ts`): a JSON head, and a body of float64 numbers that values point into,
 * so that NaN, infinities and -0 survive and a 784 x 256 matrix costs one copy. No message holds a sentence: what
 * a person reads, the host writes.
 */

/** A value as data: what it is, and where its numbers lie in the frame's body (`at`, counted in numbers). */
export type Packed =
  | { readonly kind: 'number'; readonly at: number }
  | { readonly kind: 'vector'; readonly length: number; readonly at: number }
  | {
      readonly kind: 'matrix';
      readonly rows: number;
      readonly columns: number;
      readonly at: number;
    }
  | { readonly kind: 'list'; readonly items: readonly Packed[] }
  | {
      readonly kind: 'record';
      readonly names: readonly string[];
      readonly items: readonly Packed[];
    }
  | Other;

/** An argument of a call: a value, or a function that the guest makes from the functions it was given. */
export type PackedInput =
  | Packed
  | { readonly kind: 'function'; readonly name: string; readonly of: readonly number[] | null };

/** An answer that is not a number, vector, matrix, list or record, with what a sentence about it needs. */
export type Other =
  | { readonly kind: 'other'; readonly what: (typeof NAMELESS)[number] }
  /** `text` is the value as a string. */
  | { readonly kind: 'other'; readonly what: (typeof WITH_TEXT)[number]; readonly text: string }
  /** Row 0 has `columns` entries, and row `row` has `length`. */
  | {
      readonly kind: 'other';
      readonly what: 'ragged';
      readonly columns: number;
      readonly row: number;
      readonly length: number;
    }
  /** At `at`, where a number belongs (`entry`) or among items of other kinds (`mixed`), there is an `is`. */
  | {
      readonly kind: 'other';
      readonly what: (typeof AT_A_PLACE)[number];
      readonly at: readonly number[];
      readonly is: ItemKind;
    }
  /** An array of `length` items, too many for a list of answers, that begins with `first`. */
  | { readonly kind: 'other'; readonly what: 'too-many'; readonly length: number; readonly first: ItemKind }
  /** The length of an array, the rows and columns of a matrix, the keys of an object, or the numbers of all answers. */
  | {
      readonly kind: 'other';
      readonly what: 'too-large';
      readonly is: (typeof LARGE_THINGS)[number];
      readonly sizes: readonly number[];
    };

export const NAMELESS = [
  'undefined',
  'null',
  'symbol',
  'function',
  'promise',
  'mathjs-matrix',
  'mathjs-number',
  'typed-array',
  'typed-rows',
  'object',
] as const;
export const WITH_TEXT = ['boolean', 'string', 'bigint'] as const;
export const AT_A_PLACE = ['entry', 'mixed'] as const;
export const LARGE_THINGS = ['array', 'matrix', 'object', 'answers'] as const;

/** What an item of an array is, where it should be something else. */
export const ITEM_KINDS = [
  'null',
  'undefined',
  'number',
  'string',
  'boolean',
  'bigint',
  'symbol',
  'function',
  'array',
  'typed-array',
  'mathjs-matrix',
  'object',
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/**
 * The kind of an argument: a matrix or vector by its sizes, of which those of one name are the same for all arguments of
 * a call; an object by its parts.
 */
export type Kind = 'number' | 'function' | readonly (number | string)[] | { readonly [name: string]: Kind };

/** The inputs that an answer was judged on: its name, and its arguments with their kinds. */
export interface Judged {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly kinds: readonly Kind[];
}

/** One source file of a submission, as the guest runs it. */
export interface Module {
  /** Path inside the submission, with `/`: how other modules and stack traces name it. */
  readonly id: string;
  /** CommonJS JavaScript. */
  readonly code: string;
  /** What each import specifier stands for: a module id, or `mathjs`. */
  readonly imports: Readonly<Record<string, string>>;
  /** Code of ours beside the learner's: its functions' source cannot be read. */
  readonly sealed?: boolean;
  /** Of the module that hands an answer of the learner's over: that is called only with what it was judged on. */
  readonly judged?: Judged;
  /** What its code calls the recorder, when its values are to be recorded: see `recorder.ts`. */
  readonly recorder?: string;
}

export type Request =
  /**
   * Makes ready for the next exercise: looks whether the one before left everything as it was, and evaluates
   * mathjs ahead of time, so that no learner's time limit pays for it.
   */
  | {
      readonly type: 'prepare';
      /** Whether mathjs will be wanted. */
      readonly mathjs: boolean;
      /** Its source, for a guest that does not hold it yet. */
      readonly source: string | null;
      /** How long one call may go on when nobody is left to end it, in ms; 0 where the kernel sees to that. */
      readonly watchdog: number;
    }
  /** Starts a new exercise: a fresh module registry, with the function `name` of module `entry` to be called. */
  | {
      readonly type: 'load';
      readonly modules: readonly Module[];
      readonly entry: string;
      readonly name: string;
      /** The module of ours whose functions calls may hand over; null when they hand over none. */
      readonly functions: string | null;
    }
  /** Calls that function; `withInputs` asks for the arguments as they are after the call. */
  | {
      readonly type: 'call';
      readonly inputs: readonly PackedInput[];
      readonly withInputs: boolean;
      /** Where the numbers of the inputs lie; null when they are the frame's body. */
      readonly shared: SharedBody | null;
    };

/** Numbers in the file that all guests of a host have open: where they begin, in bytes, and how many they are. */
export interface SharedBody {
  readonly at: number;
  readonly length: number;
}

/** What was thrown, as far as it could be read. */
export interface Thrown {
  /** The error's message, or what else was thrown as text; null when that could not be read. */
  readonly message: string | null;
  /** Whether it was an Error: anything can be thrown. */
  readonly isError: boolean;
  /** V8's frames, in positions of the JavaScript. */
  readonly stack: string;
}

/** What the learner's code printed since the reply before. */
export interface Printed {
  /** A line for each call of `console`; null for one that could not be shown. */
  readonly lines: readonly (string | null)[];
  /** Whether more was printed than is kept. */
  readonly more: boolean;
}

/** Where in the frame's body the values lie that a recorded program went through, and whether there were more. */
export interface Recorded {
  readonly at: number;
  readonly length: number;
  readonly more: boolean;
}

export type Reply =
  | { readonly type: 'prepared' }
  /** An exercise has changed something that the next one would share: that needs another guest. */
  | { readonly type: 'tainted' }
  | { readonly type: 'loaded'; readonly printed: Printed }
  | {
      readonly type: 'not-loaded';
      readonly reason: 'syntax' | 'load' | 'missing-export';
      readonly thrown: Thrown;
      readonly exports: readonly string[];
      readonly printed: Printed;
    }
  | {
      readonly type: 'returned';
      readonly value: Packed;
      readonly inputs: readonly Packed[] | null;
      readonly printed: Printed;
      readonly recorded: Recorded | null;
    }
  | {
      readonly type: 'threw';
      readonly thrown: Thrown;
      readonly printed: Printed;
      readonly recorded: Recorded | null;
    };
