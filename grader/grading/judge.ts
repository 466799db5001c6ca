import { compare, compareShapes, type Tolerance } from '../authoring/compare';
import type { AnyCheck } from '../authoring/exercise';
import type { Finding } from '../authoring/findings';
import { compareWithNearest } from '../authoring/oneOf';
import type { Names, Value } from '../authoring/values';
import type { Outcome } from '../sandbox/host/outcome';
import type { Answer } from '../sandbox/host/pack';
import type { Place } from '../submission/positions';
import { coerce, type WrongKind } from './coerce';
import type { Call, Clause, Plan } from './plan';

/** Why a check fails: on which call, and what is wrong there. */
export interface Failure {
  readonly call: Call;
  readonly finding: Finding | WrongKind | Threw;
  /** What the call returned; null when it threw. */
  readonly answer: Answer | null;
}

export interface Threw {
  readonly kind: 'threw';
  readonly message: string;
  readonly place: Place | null;
}

/** How a check came out. It is skipped when a call that it needs was never answered. */
export type Verdict =
  | { readonly status: 'passed' | 'skipped' }
  | { readonly status: 'failed'; readonly failure: Failure };

/** What the calls of a plan came to; calls that were never made are missing. */
export interface Outcomes {
  get(call: Call): Outcome | undefined;
}

/** The verdict on every check of `plan`, in order. */
export function judge(plan: Plan, outcomes: Outcomes): readonly Verdict[] {
  return plan.checks.map(({ check, clauses }) => judgeCheck(plan, check, clauses, outcomes));
}

/** Whether any check fails; looks at small cases first, and no further than it must. */
export function losesPoints(plan: Plan, outcomes: Outcomes): boolean {
  const clauses = plan.checks.flatMap(({ check, clauses: own }) => own.map((clause) => ({ check, clause })));
  clauses.sort((a, b) => a.clause.call.size - b.clause.call.size);
  return clauses.some(({ check, clause }) => {
    const result = judgeClause(plan, check, clause, outcomes);
    return result !== null && result !== 'skipped';
  });
}

function judgeCheck(plan: Plan, check: AnyCheck, clauses: readonly Clause[], outcomes: Outcomes): Verdict {
  let skipped = false;
  for (const clause of clauses) {
    const result = judgeClause(plan, check, clause, outcomes);
    if (result === 'skipped') skipped = true;
    else if (result !== null) return { status: 'failed', failure: result };
  }
  return { status: skipped ? 'skipped' : 'passed' };
}

/** The value of a call in the right kind; null when there is none. */
export function answeredValue(call: Call, plan: Plan, outcomes: Outcomes): Value | null {
  const reading = read(call, call.expected(), plan, outcomes);
  return reading === 'skipped' || 'finding' in reading ? null : reading.value;
}

/** One call's value in the right kind, or what came instead. */
type Reading = {
  readonly value: Value;
  readonly answer: Answer;
  readonly inputs: readonly Answer[] | null;
};

function read(call: Call, want: Value, plan: Plan, outcomes: Outcomes): Reading | Failure | 'skipped' {
  const outcome = outcomes.get(call);
  if (outcome === undefined || outcome.kind === 'lost') return 'skipped';
  if (outcome.kind === 'threw') return { call, finding: outcome, answer: null };
  const result = coerce(outcome.answer, want, plan.exercise.returns);
  if ('finding' in result) return { call, finding: result.finding, answer: outcome.answer };
  return {
    value: result.value,
    answer: outcome.answer,
    inputs: outcome.inputs,
  };
}

/** What is wrong on one case, by one check; null when nothing is. */
export function judgeClause(
  plan: Plan,
  { holds }: AnyCheck,
  clause: Clause,
  outcomes: Outcomes,
): Failure | null | 'skipped' {
  const { call, further } = clause;
  const { returns } = plan.exercise;
  const own = read(call, call.expected(), plan, outcomes);
  if (own === 'skipped' || 'finding' in own) return own;
  const failed = (finding: Finding | null) => (finding === null ? null : { call, finding, answer: own.answer });
  switch (holds.kind) {
    case 'agreement':
      return failed(compare(own.value, call.expected(), returns, holds.tolerance));
    case 'same-shape':
      return failed(compareShapes(own.value, call.expected(), returns));
    case 'invariant':
      // Of no numbers at all, any invariant holds.
      if (hasEmptyPart(own.value, returns)) return failed(compareShapes(own.value, call.expected(), returns));
      return failed(tested(holds, own.value, returns));
    case 'one-of':
      return failed(compareWithNearest(own.value, call.inputs, holds, returns));
    case 'inputs-unchanged':
      return failed(changedInput(call, own.inputs ?? [], plan.exercise.parameters, holds.tolerance));
    case 'law': {
      // An answer of the wrong shape cannot even be put into the relation.
      const misshapen = compareShapes(own.value, call.expected(), returns);
      if (misshapen !== null) return failed(misshapen);
      const notFinite = firstNotFinite(own.value, call.expected(), returns);
      if (notFinite !== null) return failed(notFinite);
      const expected = holds.expected(own.value, call.inputs);
      for (const [i, next] of further.entries()) {
        const reading = read(next, call.expected(), plan, outcomes);
        if (reading === 'skipped' || 'finding' in reading) return reading;
        const finding = compare(reading.value, expected[i], returns, holds.tolerance);
        if (finding !== null) {
          return {
            call: next,
            finding: { kind: 'law', statement: holds.statement, finding },
            answer: reading.answer,
          };
        }
      }
      return null;
    }
  }
}

/** What any two numbers agree within that are neither NaN nor infinite. */
const ANY_NUMBER: Tolerance = { rtol: 0, atol: Number.MAX_VALUE };

/**
 * The first entry of an answer that is NaN, or infinite where the reference is not. A law says nothing of either, so that
 * this is what has to be told.
 */
function firstNotFinite(value: Value, want: Value, returns: Names): Finding | null {
  const finding = compare(value, want, returns, ANY_NUMBER);
  if (finding?.kind !== 'entry' || Number.isFinite(finding.got)) return null;
  return { kind: 'not-finite', name: finding.name, at: finding.at, got: finding.got };
}

/** Whether there is no number in an answer, or in one of its parts. */
function hasEmptyPart(value: Value, returns: Names): boolean {
  return typeof returns === 'string' ? isEmpty(value) : (value as readonly Value[]).some(isEmpty);
}

function isEmpty(value: Value): boolean {
  return Array.isArray(value) && value.every((item) => Array.isArray(item) && item.length === 0);
}

/** An invariant meets answers of any shape; a shape that its author did not think of must not end the whole grading. */
function tested(
  invariant: Extract<AnyCheck['holds'], { kind: 'invariant' }>,
  value: Value,
  names: Names,
): Finding | null {
  try {
    return invariant.test(value, names);
  } catch (error) {
    return { kind: 'not-judged', reason: (error as Error).message };
  }
}

/** The first argument that is not what it was. */
function changedInput(
  call: Call,
  after: readonly Answer[],
  parameters: readonly string[],
  tolerance: Tolerance,
): Finding | null {
  for (const [i, input] of call.inputs.entries()) {
    // A function cannot be changed, and does not travel back.
    if (typeof input === 'function') continue;
    const name = parameters[i];
    const before = input as Value;
    const result = coerce(after[i], before, name);
    const finding = 'finding' in result ? result.finding : compare(result.value, before, name, tolerance);
    if (finding?.kind === 'entry') return { kind: 'changed-input', name: finding.name, at: finding.at };
    if (finding !== null) return { kind: 'changed-input', name, at: null };
  }
  return null;
}
