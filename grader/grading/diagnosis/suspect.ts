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
  readonly outcomes: Outcomes;
}

/** The misconceptions of an exercise, ready to be compared with answers. */
export function suspectsOf(misconceptions: Misconceptions): readonly Suspect[] {
  return Object.entries(misconceptions).map(([name, { question, answer }]) => ({
    name,
    question,
    outcomes: new InProcessOutcomes(answer),
  }));
}

/** A case that was answered, and what it came to for the learner and for somebody else. */
export interface Pair {
  readonly call: Call;
  readonly mine: Outcome;
  readonly theirs: Outcome;
}

/** The cases on which both were answered, the smallest first. */
export function* pairsOf(plan: Plan, outcomes: Outcomes, others: Outcomes): Generator<Pair> {
  for (const call of plan.cases) {
    const mine = outcomes.get(call);
    const theirs = others.get(call);
    if (mine !== undefined && mine.kind !== 'lost' && theirs !== undefined) yield { call, mine, theirs };
  }
}

/** Whether a call came to the same. */
export function same({ unchanged }: Call, a: Outcome, b: Outcome): boolean {
  return sameOutcome(a, b, unchanged);
}
