import type { Misconceptions } from '../../authoring/misconceptions';
import type { Outcome } from '../../sandbox/host/outcome';
import type { Outcomes } from '../judge';
import type { Call, Plan } from '../plan';
import { InProcessOutcomes } from './inProcess';
import { sameOutcome } from './sameOutcome';

/** A misconception with what the calls of a plan come to under it. */
export interface Suspect {
  readonly name: string;
  readonly question: string;
  /** The cases that tell it; all, if left out. */
  readonly on?: readonly string[];
  readonly outcomes: Outcomes;
}

/** The misconceptions of an exercise, ready to be compared with answers. */
export function suspectsOf(misconceptions: Misconceptions): readonly Suspect[] {
  return Object.entries(misconceptions).map(([name, { question, on, answer }]) => ({
    name,
    question,
    on,
    outcomes: new InProcessOutcomes(answer),
  }));
}

/** A case that was answered, and what it came to for the learner and for somebody else. */
export interface Pair {
  readonly call: Call;
  readonly mine: Outcome;
  readonly theirs: Outcome;
}

/** The cases on which both were answered, the smallest first. Each is worked out when its turn comes: a large one may not be wanted. */
export function* pairsOf({ cases }: Pick<Plan, 'cases'>, outcomes: Outcomes, others: Outcomes): Generator<Pair> {
  for (const call of cases) {
    const mine = outcomes.get(call);
    const theirs = others.get(call);
    if (mine !== undefined && mine.kind !== 'lost' && theirs !== undefined) yield { call, mine, theirs };
  }
}

/** Whether calls of a plan came to the same. */
export type Same = (call: Call, a: Outcome, b: Outcome) => boolean;

/** How calls of `plan` are held against each other. */
export function sameIn(plan: Plan): Same {
  const { parameters } = plan.exercise;
  const agreed = new Set(
    plan.checks
      .filter(({ check }) => check.holds.kind === 'agreement')
      .flatMap(({ clauses }) => clauses.map(({ call }) => call)),
  );
  return (call, a, b) => sameOutcome(a, b, call.unchanged, parameters) || (!agreed.has(call) && areLogsOfNothing(a, b));
}

/** What log(0) costs with an epsilon at the least, and by what it may differ with another: no epsilon is wrong there. */
const [LEAST, RATIO] = [8, 4];

/** Whether two losses are those of a confident mistake, each with an epsilon of its own: 34.54 and 16.12. */
function areLogsOfNothing(a: Outcome, b: Outcome): boolean {
  if (a.kind !== 'returned' || b.kind !== 'returned') return false;
  if (a.answer.kind !== 'number' || b.answer.kind !== 'number') return false;
  const [x, y] = [a.answer.value, b.answer.value];
  const ratio = x / y;
  return Math.min(Math.abs(x), Math.abs(y)) >= LEAST && ratio > 1 / RATIO && ratio < RATIO;
}
