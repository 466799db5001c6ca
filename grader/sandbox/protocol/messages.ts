/**
 * What host and guest say to each other. The host asks, the guest answers each request once, in order.
 *
 * A message is a frame (see `frame.ts`): a JSON head, and a body of float64 numbers that values point into,
 * so that NaN, infinities and -0 survive and a 784 x 256 matrix costs one copy.
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
  | {
      readonly kind: 'other';
      readonly what: OtherKind;
      readonly detail: string;
    };

/** An argument of a call: a value, or a function that the guest makes from the functions it was given. */
export type PackedInput =
  | Packed
  | { readonly kind: 'function'; readonly name: string; readonly of: readonly number[] | null };

/** The kinds of answer that are none of number, vector, matrix, list or record: each gets a sentence of its own. */
export const OTHER_KINDS = [
  'undefined',
  'null',
  'boolean',
  'string',
  'bigint',
  'symbol',
  'function',
  'promise',
  'mathjs-matrix',
  'mathjs-number',
  'typed-array',
  'typed-rows',
  'ragged',
  'entry',
  'mixed',
  'object',
  'too-large',
] as const;
export type OtherKind = (typeof OTHER_KINDS)[number];

/** One source file of a submission, as the guest runs it. */
export interface Module {
  /** Path inside the submission, with `/`: how other modules and stack traces name it. */
  readonly id: string;
  /** CommonJS JavaScript. */
  readonly code: string;
  /** What each import specifier stands for: a module id, or `mathjs`. */
  readonly imports: Readonly<Record<string, string>>;
  /** One of ours, standing in for the learner's: its functions' source cannot be read. */
  readonly sealed?: boolean;
}

export type Request =
  /**
   * Makes ready for the next exercise: looks whether the one before left everything as it was, and evaluates
   * mathjs ahead of time, so that no learner's time limit pays for it.
   */
  | { readonly type: 'prepare'; readonly mathjs: boolean }
  /** Starts a new exercise: a fresh module registry, with the function `name` of module `entry` to be called. */
  | {
      readonly type: 'load';
      readonly modules: readonly Module[];
      readonly entry: string;
      readonly name: string;
      /** The functions that calls may hand over; none when this is empty, else the first module exports them. */
      readonly given: readonly Module[];
    }
  /** Calls that function; `withInputs` asks for the arguments as they are after the call. */
  | {
      readonly type: 'call';
      readonly inputs: readonly PackedInput[];
      readonly withInputs: boolean;
    };

/** What was thrown, as far as it could be read. `stack` holds V8's frames, in positions of the JavaScript. */
export interface Thrown {
  readonly message: string;
  readonly stack: string;
}

export type Reply =
  | { readonly type: 'prepared' }
  /** This guest is not as it was when it started: the next exercise needs another. */
  | { readonly type: 'soiled' }
  | { readonly type: 'loaded'; readonly printed: string }
  | {
      readonly type: 'not-loaded';
      readonly reason: 'syntax' | 'load' | 'missing-export';
      readonly thrown: Thrown;
      readonly exports: readonly string[];
      readonly printed: string;
    }
  | {
      readonly type: 'returned';
      readonly value: Packed;
      readonly inputs: readonly Packed[] | null;
      readonly printed: string;
    }
  | {
      readonly type: 'threw';
      readonly thrown: Thrown;
      readonly printed: string;
    };
