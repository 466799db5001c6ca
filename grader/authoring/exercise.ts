import type { After, AnyAfter } from './after';
import type { Argument, Derived } from './arguments';
import { AuthoringError, authored } from './authored';
import type { Arguments } from './domain';
import { type AnyOf, type Domains, type Draws, domainOfCase, domainsOf, kindOfDraw, namesOfDraws } from './draws';
import { type Hint, type HintSpec, hintOf } from './dueHints';
import type { Random } from './inputs';
import type { AnyPicture, Picture } from './pictures';
import type { AnyFunction, AnyProperty, Property } from './properties';
import type { Input, Names, Value } from './values';

/** What must hold on some cases, with points. All or nothing: it passes when it holds on every case. */
export interface Check<Inputs extends unknown[], Output extends Value, CaseName extends string> {
  /** What holds when the check passes, as a short sentence without a full stop. */
  readonly title: string;
  readonly points: number;
  /** Names of cases, and `draws(40)` for as many from the domain. */
  readonly on: readonly [CaseName | Draws, ...(CaseName | Draws)[]];
  readonly holds: Property<Inputs, Output>;
  /** What the Vitest UI and the report page draw beside it, passed or failed. */
  readonly pictures?: readonly Picture<Inputs, Output, CaseName>[];
}

/** The places of `Names` as keys: '0', '1', ... */
type Places<Names extends readonly string[]> = Exclude<keyof Names, keyof (readonly unknown[])>;

/** An argument for each of `Names`; those that a call may leave out may be missing. */
type ArgumentsOf<Names extends readonly string[], Inputs extends unknown[]> = {
  readonly [P in Places<Names> as undefined extends Inputs[P & keyof Inputs] ? never : Names[P] & string]: OneOf<
    Inputs[P & keyof Inputs]
  >;
} & {
  readonly [P in Places<Names> as undefined extends Inputs[P & keyof Inputs] ? Names[P] & string : never]?: OneOf<
    Exclude<Inputs[P & keyof Inputs], undefined>
  >;
};
type OneOf<T> = Argument<T> | Derived<T>;

/** What an author writes in `fixture.ts`. */
export interface ExerciseSpec<
  Inputs extends unknown[],
  Output extends Value,
  CaseName extends string,
  ParameterNames extends readonly string[] = readonly string[],
> {
  /** File, export and exercise share this camelCase name. */
  readonly name: string;
  /** The part of the series that the function comes from. */
  readonly chapter: string;
  readonly reference: (...inputs: Inputs) => Output;
  /** What the arguments are called in the contract, in order. */
  readonly parameters: ParameterNames & NoInfer<{ readonly [I in keyof Inputs]-?: string }>;
  /** What the answer, or each part of it, is called. */
  readonly returns: Names;
  /** Named, seeded inputs: each case makes its arguments from a random stream of its own. */
  readonly cases: {
    readonly [Name in CaseName]: (random: Random) => [...NoInfer<Inputs>];
  };
  /**
   * What inputs the function is for, by parameter: what `draws` draws from. Sizes of one name are drawn as one.
   *
   * @example
   *     domain: { A: matrixOf('n', 'classes', probabilities), y: matrixOf('n', 'classes', oneHotRow) },
   */
  readonly domain?: NoInfer<ArgumentsOf<ParameterNames, Inputs> | AnyOf<ArgumentsOf<ParameterNames, Inputs>>>;
  /**
   * Cases that have several right answers, such as those in which a learner's own shuffle shows. Nothing is compared
   * with the reference's answer there but its shape; the diagnosis learns from them only what is the same. Draws are
   * named by their domain: `draw`, or `mini-batch draw`.
   */
  readonly severalRightAnswers?: readonly (NoInfer<CaseName> | `${string}draw`)[];
  /** By id, in the order in which a learner should meet them. */
  readonly checks: {
    readonly [id: string]: Check<NoInfer<Inputs>, NoInfer<Output>, NoInfer<CaseName>>;
  };
  /**
   * Cases whose arguments the chapter makes of another exercise's answer (`after`): `npm run try` does so with the
   * learner's own functions.
   */
  readonly follows?: { readonly [Name in NoInfer<CaseName>]?: After<NoInfer<Inputs>> };
  /** From a nudge to nearly the code; of one with `due`, when it is. */
  readonly hints: readonly [HintSpec, ...HintSpec[]];
  /**
   * By name: why a variant may use more than a tenth of a tolerance, or a misconception miss it by less than ten times.
   */
  readonly marginExceptions?: { readonly [name: string]: string };
  /** How far the reference may be from NumPy, relatively, in a function that magnifies rounding; 1e-12 by default. */
  readonly numpyDifference?: number;
}

/** A check with its id, whatever the function. */
export interface AnyCheck {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  /** The names of its cases, draws among them. */
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
  /** The author's own; draws are not among them. */
  readonly cases: Readonly<Record<string, (random: Random) => readonly Input[]>>;
  readonly domains: Domains;
  readonly severalRightAnswers?: readonly string[];
  readonly follows?: Readonly<Record<string, AnyAfter>>;
  readonly checks: readonly AnyCheck[];
  readonly hints: readonly Hint[];
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

/**
 * Defines an exercise.
 *
 * @throws AuthoringError when the fixture cannot be graded: no checks, no points, no hints, a check on no case
 */
export function exercise<
  Inputs extends unknown[],
  Output extends Value,
  const CaseName extends string,
  const ParameterNames extends readonly string[],
>(spec: ExerciseSpec<Inputs, Output, CaseName, ParameterNames>): Exercise {
  const file = `fixtures/${spec.name}/fixture.ts`;
  const complain = (what: string) => new AuthoringError(`${file}: ${what}`);
  if (!/^[a-z][a-zA-Z0-9]*$/.test(spec.name)) throw complain(`the name "${spec.name}" is not camelCase.`);
  if (Object.keys(spec.checks).length === 0) throw complain('an exercise needs at least one check.');
  if (spec.hints.length === 0) throw complain('an exercise needs at least one hint.');
  // The function's own types have done their work: from here on inputs and answers are data.
  const parameters = spec.parameters as readonly string[];
  const domains = authored(`${file}: domain`, () =>
    domainsOf(spec.domain as Arguments | AnyOf | undefined, parameters),
  );
  const ownDraw = Object.keys(spec.cases).find((name) => domainOfCase(name, domains) !== null);
  if (ownDraw !== undefined) throw complain(`the case "${ownDraw}" has the name of a draw.`);
  const checks = Object.entries(spec.checks).map(([id, check]) => {
    const { on, ...rest } = check as unknown as Omit<AnyCheck, 'id' | 'on'> & {
      readonly on: readonly (string | Draws)[];
    };
    const names = authored(`${file}: check "${id}"`, () =>
      on.flatMap((one) => (typeof one === 'string' ? [one] : namesOfDraws(one, domains))),
    );
    return { id, ...rest, on: names, holds: guarded(rest.holds, `${file}: check "${id}"`) };
  });
  const made: Exercise = {
    ...spec,
    reference: spec.reference as unknown as AnyFunction,
    parameters,
    cases: spec.cases as unknown as Exercise['cases'],
    follows: spec.follows as unknown as Exercise['follows'],
    domains,
    checks,
    hints: spec.hints.map(hintOf),
    points: checks.reduce((sum, { points }) => sum + points, 0),
  };
  for (const check of checks) {
    const problem = checkProblem(made, check);
    if (problem !== null) throw complain(`check "${check.id}" ${problem}`);
  }
  return made;
}

/** Whether a case has several right answers. */
export const hasSeveralRightAnswers = ({ severalRightAnswers = [] }: Exercise, caseName: string): boolean =>
  severalRightAnswers.includes(caseName) || severalRightAnswers.includes(kindOfDraw(caseName));

function checkProblem(exercise: Exercise, { points, on, holds, pictures = [] }: AnyCheck): string | null {
  if (!Number.isInteger(points) || points < 1) return 'needs a whole number of points, at least 1.';
  if (on.length === 0) return 'names no case.';
  const { cases, domains, checks } = exercise;
  const unknown = on.find((name) => !Object.hasOwn(cases, name) && domainOfCase(name, domains) === null);
  if (unknown !== undefined) return `names the case "${unknown}", which does not exist.`;
  const unused = pictures
    .flatMap((picture) => (picture.kind === 'distribution' ? picture.panels : []))
    .find((panel) => !checks.some((check) => check.on.includes(panel.on)));
  if (unused !== undefined) return `shows the case "${unused.on}", which no check is on.`;
  const several = on.find((name) => hasSeveralRightAnswers(exercise, name));
  if (several === undefined || holds.kind !== 'agreement') return null;
  return `compares with the reference on the case "${several}", which has several right answers.`;
}

/**
 * The property, with every error of its author's code made a sentence. Not so an invariant's, which meets whatever
 * learners return: see judge.ts.
 */
function guarded(property: AnyProperty, where: string): AnyProperty {
  if (property.kind === 'one-of')
    return { ...property, answers: (inputs) => authored(`${where}: answers`, () => property.answers(inputs)) };
  if (property.kind !== 'law') return property;
  const { calls, expected } = property;
  return {
    ...property,
    calls: (inputs) => authored(`${where}: calls`, () => calls(inputs)),
    expected: (output, inputs) =>
      authored(`${where}: expected`, () => {
        const answers = expected(output, inputs);
        const made = calls(inputs).length;
        if (answers.length === made) return answers;
        throw new Error(`it lists ${answers.length} answers for ${made} calls`);
      }),
  };
}
