import { worstDistance } from '../authoring/compare';
import type { Exercise } from '../authoring/exercise';
import type { Misconceptions, Variants } from '../authoring/misconceptions';
import { diagnose } from '../grading/diagnosis/diagnose';
import { InProcessOutcomes } from '../grading/diagnosis/inProcess';
import { type Suspect, suspectsOf } from '../grading/diagnosis/suspect';
import { answeredValue, judge, losesPoints, type Outcomes } from '../grading/judge';
import { makePlan, type Plan } from '../grading/plan';
import { sentence } from '../grading/sentences';

/** How near implementations come to the tolerances of agreement checks, as multiples of the tolerance. */
export interface Margins {
  /** The variant that comes nearest to a tolerance from inside; null without variants or agreement checks. */
  readonly widestVariant: Margin | null;
  /** Among misconceptions that fail the check, the one that comes closest to passing it. */
  readonly nearestMisconception: Margin | null;
}

export interface Margin {
  readonly name: string;
  readonly check: string;
  readonly ratio: number;
}

export interface ImplementationResult {
  readonly problems: readonly string[];
  readonly margins: Margins;
}

/** What was found, said once for all the seeds on which it was: that of the first. */
class Findings {
  private readonly found = new Map<string, { readonly sentence: string; seeds: number }>();

  /** @param sentence names `seed`; what stands before that tells one finding from another */
  add(sentence: string, seed: string): void {
    const [key] = sentence.replace(/ on case "[^"]*"/, '').split(`(seed ${seed})`);
    const known = this.found.get(key);
    if (known === undefined) this.found.set(key, { sentence, seeds: 1 });
    else known.seeds += 1;
  }

  sentences(): readonly string[] {
    return [...this.found.values()].map(({ sentence, seeds }) =>
      seeds === 1 ? sentence : `${sentence} (The same on ${seeds} seeds.)`,
    );
  }
}

/** A variant may use this much of a tolerance, and a misconception must miss by as much the other way. */
const SAFETY = 10;

/**
 * Tries every variant and misconception of an exercise on several seeds. The first seed is looked at in full; on the
 * others a misconception need only be caught, which small cases usually do.
 */
export function tryImplementations(
  exercise: Exercise,
  variants: Variants,
  misconceptions: Misconceptions,
  seeds: readonly string[],
): ImplementationResult {
  const problems = new Findings();
  const wide: Margin[] = [];
  const near: Margin[] = [];
  for (const [i, seed] of seeds.entries()) {
    const plan = makePlan(exercise, seed);
    for (const [name, answer] of Object.entries(variants)) {
      const outcomes = new InProcessOutcomes(answer);
      for (const problem of variantProblems(plan, name, outcomes, seed)) problems.add(problem, seed);
      wide.push(...marginsOf(plan, name, outcomes));
    }
    const suspects = suspectsOf(misconceptions);
    for (const suspect of suspects) {
      for (const problem of suspectProblems(plan, suspect, suspects, seed)) problems.add(problem, seed);
      if (i === 0) near.push(...marginsOf(plan, suspect.name, suspect.outcomes).filter(({ ratio }) => ratio > 1));
    }
    if (i === 0 && suspects.length > 0)
      for (const problem of needlessChecks(plan, suspects)) problems.add(problem, seed);
  }
  const margins = {
    widestVariant: extreme(wide, (a, b) => a.ratio > b.ratio),
    nearestMisconception: extreme(near, (a, b) => a.ratio < b.ratio),
  };
  return { problems: [...marginProblems(exercise, wide, near), ...problems.sentences()], margins };
}

function extreme(margins: readonly Margin[], better: (a: Margin, b: Margin) => boolean): Margin | null {
  return margins.reduce<Margin | null>((best, margin) => (best === null || better(margin, best) ? margin : best), null);
}

function variantProblems(plan: Plan, name: string, outcomes: Outcomes, seed: string): string[] {
  return judge(plan, outcomes).flatMap((verdict, i) => {
    if (verdict.status !== 'failed') return [];
    const { id } = plan.checks[i].check;
    const { call, finding } = verdict.failure;
    const why = finding.kind === 'threw' ? finding.message : sentence(finding, plan.exercise.name);
    return [
      `the variant "${name}" loses the check "${id}" on case "${call.caseName}" (seed ${seed}): ${why}. Fix the variant, or the check if the variant is right.`,
    ];
  });
}

function suspectProblems(plan: Plan, suspect: Suspect, suspects: readonly Suspect[], seed: string): string[] {
  const { name, outcomes } = suspect;
  if (!losesPoints(plan, outcomes)) {
    return [
      `the misconception "${name}" loses no points (seed ${seed}). Add a case or a check that catches it, or drop it.`,
    ];
  }
  const named = diagnose(plan, outcomes, suspects, null).at(0)?.misconception;
  if (named === name) return [];
  if (named === undefined || named === 'factor') {
    const twins = suspects.filter(
      (other) => other !== suspect && diagnose(plan, outcomes, [suspect, other], null).length === 0,
    );
    const why = twins.length === 0 ? '' : `: it cannot be told apart from "${twins[0].name}"`;
    return [
      `the misconception "${name}" is not diagnosed (seed ${seed})${why}. Add a case on which they differ, or give both one question.`,
    ];
  }
  const same = suspects.find((other) => other.name === named)?.question === suspect.question;
  return same
    ? []
    : [
        `the misconception "${name}" is diagnosed as "${named}" (seed ${seed}). Add a case on which they differ, or drop one.`,
      ];
}

function needlessChecks(plan: Plan, suspects: readonly Suspect[]): string[] {
  const failed = new Set<string>();
  for (const { outcomes } of suspects) {
    for (const [i, { status }] of judge(plan, outcomes).entries()) {
      if (status === 'failed') failed.add(plan.checks[i].check.id);
    }
  }
  return plan.checks
    .filter(({ check }) => !failed.has(check.id))
    .map(({ check }) => `no misconception fails the check "${check.id}". Add one that does, or drop the check.`);
}

/** The worst distance of an implementation on each agreement check. */
function marginsOf(plan: Plan, name: string, outcomes: Outcomes): Margin[] {
  return plan.checks.flatMap(({ check, clauses }) => {
    const { holds } = check;
    if (holds.kind !== 'agreement') return [];
    const ratios = clauses.map(({ call }) => {
      const value = answeredValue(call, plan, outcomes);
      return value === null
        ? Number.POSITIVE_INFINITY
        : worstDistance(value, call.expected(), plan.exercise.returns, holds.tolerance);
    });
    return [{ name, check: check.id, ratio: Math.max(...ratios) }];
  });
}

function marginProblems(
  { marginExceptions = {} }: Exercise,
  wide: readonly Margin[],
  near: readonly Margin[],
): string[] {
  const excused = (name: string) => Object.hasOwn(marginExceptions, name);
  const advice = 'Choose another tolerance, or write the reason under marginExceptions in the fixture.';
  const tooWide = extreme(
    wide.filter(({ name, ratio }) => ratio > 1 / SAFETY && !excused(name)),
    (a, b) => a.ratio > b.ratio,
  );
  const tooNear = extreme(
    near.filter(({ name, ratio }) => ratio < SAFETY && !excused(name)),
    (a, b) => a.ratio < b.ratio,
  );
  return [
    ...(tooWide === null
      ? []
      : [
          `the variant "${tooWide.name}" uses ${tooWide.ratio.toPrecision(2)} of the tolerance of "${tooWide.check}", more than 1/${SAFETY}. ${advice}`,
        ]),
    ...(tooNear === null
      ? []
      : [
          `the misconception "${tooNear.name}" misses the tolerance of "${tooNear.check}" by only ${tooNear.ratio.toPrecision(2)} times, less than ${SAFETY}. ${advice}`,
        ]),
  ];
}
