import type { Misconceptions } from '../authoring/misconceptions';
import { answerWith, type Made, type Slips, slipPairs } from '../authoring/slips';
import { diagnose } from '../grading/diagnosis/diagnose';
import { InProcessOutcomes, referenceOutcomes } from '../grading/diagnosis/inProcess';
import { slipsFinder } from '../grading/diagnosis/slips';
import { pairsOf, type Suspect, sameIn, suspectsOf } from '../grading/diagnosis/suspect';
import { losesPoints, type Outcomes } from '../grading/judge';
import type { Plan } from '../grading/plan';
import type { Diagnosis } from '../grading/report';

/** What slips come to that are made two at a time. */
export interface SlipResult {
  readonly problems: readonly string[];
  /** Pairs that are wrong, and those among them that are told. */
  readonly pairs: number;
  readonly told: number;
}

/** Numbers of the largest case that every two slips are tried on: a few large ones would take most of the time. */
const LARGEST = 10_000;

/** Tries a function's slips: without any it must be right, and of two at once nothing must be said that is not so. */
export function trySlips(whole: Plan, slips: Slips, misconceptions: Misconceptions, seed: string): SlipResult {
  const plan = { ...whole, cases: whole.cases.filter(({ size }) => size <= LARGEST) };
  const suspects = suspectsOf(misconceptions);
  const problems = losesPoints(whole, new InProcessOutcomes(answerWith(slips, [])))
    ? [`fixtures/${whole.exercise.name}/slips.ts: with every step right the answer loses points (seed ${seed}).`]
    : [];
  const find = slipsFinder(slips);
  let pairs = 0;
  let told = 0;
  for (const pair of slipPairs(slips)) {
    const outcomes = new InProcessOutcomes(answerWith(slips, pair));
    // Two slips may undo each other.
    if (isRight(plan, outcomes)) continue;
    pairs += 1;
    const found = diagnose(plan, outcomes, suspects, find);
    const untrue = found.find((diagnosis) => !isTrue(plan, diagnosis, pair, outcomes, suspects))?.misconception;
    if (untrue === undefined) told += found.length > 0 && found[0].misconception !== 'factor' ? 1 : 0;
    else
      problems.push(
        `the slips "${pair[0].name}" and "${pair[1].name}" together are diagnosed as "${untrue}" (seed ${seed}). Add a case on which they differ, or drop one.`,
      );
  }
  return { problems, pairs, told };
}

/** Whether every case comes out right; the smallest, which are quickly tried, first. */
function isRight(plan: Plan, outcomes: Outcomes): boolean {
  const same = sameIn(plan);
  for (const { call, mine, theirs } of pairsOf(plan, outcomes, referenceOutcomes()))
    if (!same(call, mine, theirs)) return false;
  return true;
}

/**
 * Whether a diagnosis is true of two slips: it asks what one of them asks, or names a misconception that comes to the same
 * on every case.
 */
function isTrue(
  plan: Plan,
  { misconception: name, question }: Diagnosis,
  pair: readonly Made[],
  outcomes: Outcomes,
  suspects: readonly Suspect[],
): boolean {
  if (name === 'factor' || pair.some((made) => made.name === name || made.slip.question === question)) return true;
  const same = sameIn(plan);
  const named = suspects.find((suspect) => suspect.name === name);
  return (
    named !== undefined &&
    [...pairsOf(plan, outcomes, named.outcomes)].every(({ call, mine, theirs }) => same(call, mine, theirs))
  );
}
