import type { Misconception, Misconceptions } from './misconceptions';
import type { AnyFunction } from './properties';

/**
 * Mistakes in single steps of a function. Where a misconception is a wrong function as a whole, a slip is one step gone
 * wrong, so that two slips in one answer are known, too.
 */

/** One way in which a step goes wrong. */
export interface Slip<Step> {
  /** The one question a good tutor would ask: it helps without giving the answer away. */
  readonly question: string;
  readonly step: Step;
  readonly between?: undefined;
}

/** A step that goes wrong by a constant. Which one is worked out from the learner's answers. */
export interface ConstantSlip<Step> {
  readonly question: string;
  readonly step: (constant: number) => Step;
  /** The lowest and the highest constant to look for; both above 0, or the one below and the other not. */
  readonly between: readonly [number, number];
  /** What a learner might write; `verify` tries it. */
  readonly such: number;
}

/** A step as it should be, and how it goes wrong: slips by name, in kebab-case. */
export interface Step<S> {
  readonly right: S;
  readonly slips: Readonly<Record<string, Slip<S> | ConstantSlip<S>>>;
}

type Answer = Misconception['answer'];

/** The steps of a function and how each goes wrong; any two slips in different steps may come together. */
export interface Slips {
  readonly steps: Readonly<Record<string, Step<unknown>>>;
  /** The function with these steps. */
  readonly answer: (steps: Readonly<Record<string, unknown>>) => Answer;
}

/**
 * How the steps of a function go wrong, for `fixtures/NAME/slips.ts`.
 *
 * @typeParam F the function
 * @typeParam S its steps, each by name with what it is: a function, a number
 * @param steps each step as it should be and how it goes wrong
 * @param answer the function, made of its steps; with all of them right it is as good as the reference
 */
export function slipsOf<F extends AnyFunction, S extends object>(
  steps: { readonly [K in keyof S]: Step<S[K]> },
  answer: (steps: S) => (...inputs: Parameters<F>) => unknown,
): Slips {
  // Which steps there are is known here alone; from here on a step is whatever `answer` takes.
  return { steps, answer: answer as unknown as Slips['answer'] };
}

/** A slip, and the step that it is in. */
export interface Made {
  readonly name: string;
  readonly step: string;
  readonly slip: Slip<unknown> | ConstantSlip<unknown>;
}

/** All slips, in the order of the steps. */
export function slipList({ steps }: Slips): readonly Made[] {
  return Object.entries(steps).flatMap(([step, { slips }]) =>
    Object.entries(slips).map(([name, slip]) => ({ name, step, slip })),
  );
}

/** Any two slips that can come together: in different steps. */
export function slipPairs(slips: Slips): readonly (readonly [Made, Made])[] {
  const all = slipList(slips);
  return all.flatMap((first, i) =>
    all.slice(i + 1).flatMap((second) => (first.step === second.step ? [] : [[first, second] as const])),
  );
}

/** The slip among `made` that goes wrong by a constant, if any does; of two, the first. */
export function constantAmong(made: readonly Made[]): ConstantSlip<unknown> | null {
  for (const { slip } of made) if (slip.between !== undefined) return slip;
  return null;
}

/**
 * The function with the slips of `made`.
 *
 * @param constant goes into the first that goes wrong by a constant; without it, the one that a learner might write
 */
export function answerWith(slips: Slips, made: readonly Made[], constant?: number): Answer {
  const solved = constantAmong(made);
  const wrong = made.map(({ step, slip }) => {
    if (slip.between === undefined) return [step, slip.step];
    return [step, slip.step(slip === solved && constant !== undefined ? constant : slip.such)];
  });
  const right = Object.entries(slips.steps).map(([step, { right }]) => [step, right]);
  return slips.answer(Object.fromEntries([...right, ...wrong]));
}

/** Each slip on its own as a misconception. */
export function misconceptionsIn(slips: Slips): Misconceptions {
  return Object.fromEntries(
    slipList(slips).map((made) => [made.name, { question: made.slip.question, answer: answerWith(slips, [made]) }]),
  );
}
