import type { AnyFunction } from './properties';

/** A named wrong implementation: what a learner who thinks so would write. */
export interface Misconception<F extends AnyFunction = AnyFunction> {
  readonly answer: F;
  /** The one question a good tutor would ask: it helps without giving the answer away. */
  readonly question: string;
}

/** By name, in kebab-case. */
export type Misconceptions<F extends AnyFunction = AnyFunction> = Readonly<Record<string, Misconception<F>>>;

/** Correct implementations, written differently, that must keep full marks. By name, in kebab-case. */
export type Variants<F extends AnyFunction = AnyFunction> = Readonly<Record<string, F>>;
