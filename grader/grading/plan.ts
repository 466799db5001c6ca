import { caseInputs, referenceAnswer } from '../authoring/caseInputs';
import type { Tolerance } from '../authoring/compare';
import { type AnyCheck, type Exercise, hasSeveralRightAnswers } from '../authoring/exercise';
import type { Law } from '../authoring/properties';
import type { Input, Value } from '../authoring/values';
import { countNumbers } from '../sandbox/host/pack';
import { copyInput } from './copyInput';

/** One call of the learner's function. */
export interface Call {
  readonly caseName: string;
  readonly inputs: readonly Input[];
  /** Numbers among the inputs: small calls are made, and shown, first. */
  readonly size: number;
  /** How exactly the arguments must be the same after the call; null when they need not come back. */
  readonly unchanged: Tolerance | null;
  /** Whether the case comes from the exercise's domain and has no name of its own. */
  readonly drawn: boolean;
  /** Whether the case has several right answers. */
  readonly severalRightAnswers: boolean;
  /** What the reference returns; worked out when first asked for. */
  expected(): Value;
}

/** What a check needs of one case: the case's own call, and a law's further ones. */
export interface Clause {
  readonly caseName: string;
  readonly call: Call;
  readonly further: readonly Call[];
}

/** All that grading an exercise takes, for one seed: which calls to make, and what each check looks at. */
export interface Plan {
  readonly exercise: Exercise;
  readonly calls: readonly Call[];
  /** Whether calls hand over functions. */
  readonly handsOver: boolean;
  /** The cases' own calls among them, smallest first. */
  readonly cases: readonly Call[];
  readonly checks: readonly {
    readonly check: AnyCheck;
    readonly clauses: readonly Clause[];
  }[];
}

/** A call that is made because of the case called `caseName`. */
export function newCall(
  exercise: Exercise,
  caseName: string,
  inputs: readonly Input[],
  unchanged: Tolerance | null = null,
): Call {
  let value: Value | undefined;
  return {
    caseName,
    inputs,
    size: inputs.reduce<number>((sum, input) => sum + countNumbers(input), 0),
    unchanged,
    drawn: !Object.hasOwn(exercise.cases, caseName),
    severalRightAnswers: hasSeveralRightAnswers(exercise, caseName),
    expected() {
      value ??= referenceAnswer(exercise, caseName, inputs.map(copyInput));
      return value;
    },
  };
}

/**
 * The plan of `exercise` for `seed`. Made twice, it is the same; so many submissions can share it. The calls are made when
 * they are first looked at: where no code runs, as a file is missing, none is needed.
 */
export function makePlan(exercise: Exercise, seed: string): Plan {
  let made: MadeCalls | null = null;
  const now = () => {
    made ??= makeCalls(exercise, seed);
    return made;
  };
  return {
    exercise,
    get calls() {
      return now().calls;
    },
    get handsOver() {
      return now().calls.some(({ inputs }) => inputs.some((input) => typeof input === 'function'));
    },
    get cases() {
      return now().cases;
    },
    checks: exercise.checks.map((check, i) => ({
      check,
      get clauses() {
        return now().clauses[i];
      },
    })),
  };
}

/** The calls of a plan, smallest first, and by check what it needs of them. */
interface MadeCalls extends Pick<Plan, 'calls' | 'cases'> {
  readonly clauses: readonly (readonly Clause[])[];
}

function makeCalls(exercise: Exercise, seed: string): MadeCalls {
  const unchanged = new Map(
    exercise.checks.flatMap(({ on, holds }) =>
      holds.kind === 'inputs-unchanged' ? on.map((name) => [name, holds.tolerance] as const) : [],
    ),
  );
  const used = new Set(exercise.checks.flatMap(({ on }) => on));
  const base = new Map(
    [...used].map((name) => [name, newCall(exercise, name, caseInputs(exercise, name, seed), unchanged.get(name))]),
  );
  const calls = [...base.values()];
  const clauses = exercise.checks.map(({ on, holds }) => {
    const own = on.map((caseName) => {
      const call = base.get(caseName) as Call;
      const further = holds.kind === 'law' ? furtherCalls(exercise, holds, call) : [];
      calls.push(...further);
      return { caseName, call, further };
    });
    return own.sort((a, b) => a.call.size - b.call.size);
  });
  const bySize = (a: Call, b: Call) => a.size - b.size;
  return { calls: calls.sort(bySize), cases: [...base.values()].sort(bySize), clauses };
}

function furtherCalls(exercise: Exercise, law: Law<readonly Input[], Value>, call: Call): readonly Call[] {
  return law.calls(call.inputs.map(copyInput)).map((inputs) => newCall(exercise, call.caseName, inputs));
}
