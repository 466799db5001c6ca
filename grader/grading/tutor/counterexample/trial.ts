import { AuthoringError } from '../../../authoring/authored';
import type { AnyCheck } from '../../../authoring/exercise';
import type { Input } from '../../../authoring/values';
import type { Outcome } from '../../../sandbox/host/outcome';
import { asAnswer } from '../../coerce';
import { type Failure, judgeClause } from '../../judge';
import { type Call, newCall, type Plan } from '../../plan';
import { toleranceOf } from '../../reportedExample';

/** Some inputs, what the learner's function came to on them, and what is wrong with that; null when nothing is. */
export interface Trial {
  readonly call: Call;
  readonly outcome: Outcome;
  readonly failure: Failure | null;
}

/** What `check` finds wrong with an outcome; null also when there is nothing to judge. */
export function failureOn(plan: Plan, check: AnyCheck, call: Call, outcome: Outcome): Failure | null {
  const clause = { caseName: call.caseName, call, further: [] };
  const result = judgeClause(plan, check, clause, new Map([[call, outcome]]));
  return result === 'skipped' ? null : result;
}

/**
 * The check at `index` as it can be made of a single call: a law's calls are compared with the reference's answers.
 * Null for one that looks at the arguments after the call and not at the answer.
 */
export function ofOneCall(plan: Plan, index: number): AnyCheck | null {
  const { check } = plan.checks[index];
  if (check.holds.kind === 'inputs-unchanged') return null;
  return check.holds.kind === 'law' ? agreementOf(plan, index, check.on[0]) : check;
}

/** Agreement with the reference, as closely as the check at `index` or one on the same case asks for it. */
export function agreementOf(plan: Plan, index: number, caseName: string): AnyCheck {
  const { check } = plan.checks[index];
  return { ...check, holds: { kind: 'agreement', tolerance: toleranceOf(plan, index, caseName) } };
}

/** A call on inputs of the search's own; null where the reference itself does not pass `check`, or does not answer. */
export function callOn(plan: Plan, check: AnyCheck, caseName: string, inputs: readonly Input[]): Call | null {
  const call = newCall(plan.exercise, caseName, inputs);
  return isJudgeable(plan, check, call) ? call : null;
}

/** Whether the reference's own answer passes `check` there: only then can another answer be held to it. */
export function isJudgeable(plan: Plan, check: AnyCheck, call: Call): boolean {
  try {
    const right = { kind: 'returned', answer: asAnswer(call.expected()), inputs: null } as const;
    return failureOn(plan, check, call, right) === null;
  } catch (error) {
    // Inputs that no author thought of.
    if (error instanceof AuthoringError) return false;
    throw error;
  }
}
