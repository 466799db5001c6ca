import type { AnyFunction } from './properties';

/** A named wrong implementation: what a learner who thinks so would write. */
export interface Misconception<F extends AnyFunction = AnyFunction> {
  /** It may return anything, as a learner's JavaScript may: a flat array, a list too few, nothing. */
  readonly answer: (...inputs: Parameters<F>) => unknown;
  /** The one question a good tutor would ask: it helps without giving the answer away. */
  readonly question: string;
  /** The cases that tell it, where what it comes to on others depends on an order of the learner's own; all, if left out. */
  readonly on?: readonly string[];
}

/** By name, in kebab-case. */
export type Misconceptions<F extends AnyFunction = AnyFunction> = Readonly<Record<string, Misconception<F>>>;

/** Correct implementations, written differently, that must keep full marks. By name, in kebab-case. */
export type Variants<F extends AnyFunction = AnyFunction> = Readonly<Record<string, F>>;
