import { compare, type Tolerance } from '../authoring/compare';
import type { Value } from '../authoring/values';
import type { Observed } from '../grading/gradeSubmission';
import { answeredValue } from '../grading/judge';
import type { Call } from '../grading/plan';
import { toleranceOf } from '../grading/reportedExample';

/** One case with the learner's answer to it and the reference's. */
export interface Subject {
  readonly call: Call;
  readonly got: Value;
  readonly want: Value;
  readonly tolerance: Tolerance;
}

/**
 * The cases that a check's picture of a single case may show: those whose answers differ from the reference's, the
 * smallest first. When none does, the case on which a law or an invariant fails; when nothing fails, all cases in the
 * author's order.
 */
export function subjectsOf(observed: Observed, index: number): readonly Subject[] {
  const { plan, verdicts } = observed;
  const { check, clauses } = plan.checks[index];
  const on = (names: readonly string[]) => names.flatMap((name) => subjectOn(observed, index, name) ?? []);
  const differing = on(clauses.map(({ caseName }) => caseName)).filter(
    ({ got, want, tolerance }) => compare(got, want, plan.exercise.returns, tolerance) !== null,
  );
  // What a person named says more than what was drawn.
  if (differing.length > 0) return [...differing].sort((a, b) => Number(a.call.drawn) - Number(b.call.drawn));
  const verdict = verdicts[index];
  return on(verdict.status === 'failed' ? [verdict.failure.call.caseName] : check.on);
}

/** `case "by-hand"`, or that it is another case than the one that the check's words are about. */
export function caseWords({ verdicts }: Observed, index: number, caseName: string): string {
  const verdict = verdicts[index];
  const isTold = verdict.status !== 'failed' || verdict.failure.call.caseName === caseName;
  return isTold ? `case "${caseName}"` : `another case, "${caseName}"`;
}

/** A check's view of one case; null when the learner's function gave no answer of the right kind. */
export function subjectOn({ plan, outcomes }: Observed, index: number, caseName: string): Subject | null {
  const call = plan.cases.find((candidate) => candidate.caseName === caseName);
  if (call === undefined) return null;
  const got = answeredValue(call, plan, outcomes);
  return got === null ? null : { call, got, want: call.expected(), tolerance: toleranceOf(plan, index, caseName) };
}
