import { UserError } from '../errors';
import type { Random } from './inputs';
import type { AnyPicture, Picture } from './pictures';
import type { AnyFunction, AnyProperty, Property } from './properties';
import type { Input, Names, Value } from './values';

/** What must hold on some cases, with points. All or nothing: it passes when it holds on every case. */
export interface Check<Inputs extends unknown[], Output extends Value, CaseName extends string> {
  /** What holds when the check passes, as a short sentence without a full stop. */
  readonly title: string;
  readonly points: number;
  readonly on: readonly [CaseName, ...CaseName[]];
  readonly holds: Property<Inputs, Output>;
  /** What the Vitest UI and the report page draw beside it, passed or failed. */
  readonly pictures?: readonly Picture<Inputs, Output, CaseName>[];
}

/** What an author writes in `fixture.ts`. */
export interface ExerciseSpec<Inputs extends unknown[], Output extends Value, CaseName extends string> {
  /** File, export and exercise share this camelCase name. */
  readonly name: string;
  /** The part of the series that the function comes from. */
  readonly chapter: string;
  readonly reference: (...inputs: Inputs) => Output;
  /** What the arguments are called in the contract, in order. */
  readonly parameters: NoInfer<{ readonly [I in keyof Inputs]-?: string }>;
  /** What the answer, or each part of it, is called. */
  readonly returns: Names;
  /** Named, seeded inputs: each case makes its arguments from a random stream of its own. */
  readonly cases: {
    readonly [Name in CaseName]: (random: Random) => [...NoInfer<Inputs>];
  };
  /**
   * Cases that have several right answers, such as those in which a learner's own shuffle shows. Nothing is compared
   * with the reference's answer there but its shape; the diagnosis learns from them only what is the same.
   */
  readonly severalRightAnswers?: readonly NoInfer<CaseName>[];
  /** By id, in the order in which a learner should meet them. */
  readonly checks: {
    readonly [id: string]: Check<NoInfer<Inputs>, NoInfer<Output>, NoInfer<CaseName>>;
  };
  /** From a nudge to nearly the code. */
  readonly hints: readonly [string, ...string[]];
  /** Why a variant may come closer to a tolerance than a tenth, or a misconception than ten times: by its name. */
  readonly marginExceptions?: { readonly [name: string]: string };
  /** How far rounding may carry the reference from NumPy, relatively, in a function that magnifies it; else 1e-12. */
  readonly numpyDifference?: number;
}

/** A check with its id, whatever the function. */
export interface AnyCheck {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  readonly on: readonly string[];
  readonly holds: AnyProperty;
  readonly pictures?: readonly AnyPicture[];
}

/** An exercise, ready to be graded, whatever its function. */
export interface Exercise {
  readonly name: string;
  readonly chapter: string;
  readonly reference: AnyFunction;
  readonly parameters: readonly string[];
  readonly returns: Names;
  readonly cases: Readonly<Record<string, (random: Random) => readonly Input[]>>;
  readonly severalRightAnswers?: readonly string[];
  readonly checks: readonly AnyCheck[];
  readonly hints: readonly string[];
  readonly marginExceptions?: Readonly<Record<string, string>>;
  readonly numpyDifference?: number;
  readonly points: number;
}

/** Exercises that belong together, in the order in which they are solved. */
export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly exercises: readonly Exercise[];
}

/** A mistake in a fixture, in a sentence for its author. */
export class AuthoringError extends UserError {}

/**
 * Defines an exercise.
 *
 * @throws AuthoringError when the fixture cannot be graded: no checks, no points, no hints, a check on no case
 */
export function exercise<Inputs extends unknown[], Output extends Value, const CaseName extends string>(
  spec: ExerciseSpec<Inputs, Output, CaseName>,
): Exercise {
  const checks = Object.entries(spec.checks).map(([id, check]) => ({
    id,
    ...check,
  }));
  const complain = (what: string) => new AuthoringError(`fixtures/${spec.name}/fixture.ts: ${what}`);
  if (!/^[a-z][a-zA-Z0-9]*$/.test(spec.name)) throw complain(`the name "${spec.name}" is not camelCase.`);
  if (checks.length === 0) throw complain('an exercise needs at least one check.');
  if (spec.hints.length === 0) throw complain('an exercise needs at least one hint.');
  const used = new Set<string>(checks.flatMap(({ on }) => on));
  for (const { id, points, on, holds, pictures = [] } of checks) {
    if (!Number.isInteger(points) || points < 1)
      throw complain(`check "${id}" needs a whole number of points, at least 1.`);
    if (on.length === 0) throw complain(`check "${id}" names no case.`);
    const unknown = on.find((name) => !Object.hasOwn(spec.cases, name));
    if (unknown !== undefined) throw complain(`check "${id}" names the case "${unknown}", which does not exist.`);
    const unused = pictures
      .flatMap((picture) => (picture.kind === 'distribution' ? picture.panels : []))
      .find((panel) => !used.has(panel.on));
    if (unused !== undefined) throw complain(`check "${id}" shows the case "${unused.on}", which no check is on.`);
    const several = on.find((name) => spec.severalRightAnswers?.includes(name));
    if (several !== undefined && holds.kind === 'agreement')
      throw complain(
        `check "${id}" compares with the reference on the case "${several}", which has several right answers.`,
      );
  }
  return {
    ...spec,
    reference: spec.reference as unknown as AnyFunction,
    // The function's own types have done their work: from here on inputs and answers are data.
    parameters: spec.parameters as unknown as readonly string[],
    cases: spec.cases as unknown as Exercise['cases'],
    checks: checks as unknown as AnyCheck[],
    points: checks.reduce((sum, { points }) => sum + points, 0),
  };
}
