import type { Misconceptions } from '../../authoring/misconceptions';
import type { Outcome } from '../../sandbox/host/outcome';
import type { Outcomes } from '../judge';
import type { Call, Plan } from '../plan';
import type { Diagnosis } from '../report';
import { factorOf } from './factor';
import { InProcessOutcomes, referenceOutcomes } from './inProcess';
import { holdsFinite, sameOutcome } from './sameOutcome';

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

/**
 * The misconception that explains the learner's answers, if one does: it agrees with them wherever it differs from
 * the reference, on at least half of the cases that went wrong. Of several, the one that explains most cases; between
 * equals that would ask different questions, none, as a guess is worse than silence. Crashes and NaN alone name nothing:
 * many mistakes end so. They do where the answer is right otherwise, as which cases fail is then a trace of its own.
 *
 * @param outcomes what the learner's function came to; cases without an outcome are left out
 */
export function diagnose(plan: Plan, outcomes: Outcomes, suspects: readonly Suspect[]): Diagnosis | null {
  const named = bestSuspect(plan, outcomes, suspects);
  const factor = factorOf(plan, outcomes);
  if (named !== null) return { misconception: named.name, question: named.question, factor };
  if (factor === null) return null;
  return { misconception: 'factor', question: 'Which step of yours could multiply it?', factor };
}

function bestSuspect(plan: Plan, outcomes: Outcomes, suspects: readonly Suspect[]): Suspect | null {
  const right = referenceOutcomes(plan);
  const same = ({ unchanged }: Call, a: Outcome, b: Outcome) => sameOutcome(a, b, unchanged, plan.exercise.parameters);

  /** The cases on which both were answered, the smallest first, and what they came to. */
  function* pairs(of: Outcomes): Generator<{ call: Call; mine: Outcome; theirs: Outcome }> {
    for (const call of plan.cases) {
      const mine = outcomes.get(call);
      const theirs = of.get(call);
      if (mine !== undefined && mine.kind !== 'lost' && theirs !== undefined) yield { call, mine, theirs };
    }
  }

  /** Whether the suspect agrees with the learner wherever it differs from the reference; cases with several right answers say nothing. */
  function agrees({ outcomes: theirOutcomes }: Suspect): boolean {
    if (theirOutcomes === outcomes) return true;
    for (const { call, mine, theirs } of pairs(theirOutcomes)) {
      if (call.severalRightAnswers || same(call, theirs, mine)) continue;
      if (!same(call, theirs, right.get(call))) return false;
    }
    return true;
  }

  /** On how many of the cases that went wrong the suspect differs from the reference, too. */
  function explained({ outcomes: theirOutcomes }: Suspect): number {
    return [...pairs(theirOutcomes)].filter(({ call, mine, theirs }) => {
      // Where several answers are right, only the suspect's own, to the digit, gives it away.
      const goneWrong = call.severalRightAnswers ? same(call, mine, theirs) : !same(call, mine, right.get(call));
      return goneWrong && !same(call, theirs, right.get(call));
    }).length;
  }

  /** Whether anything but crashes and NaN is the same. */
  function isTold({ outcomes: theirOutcomes }: Suspect): boolean {
    return [...pairs(theirOutcomes)].some(({ call, mine, theirs }) => holdsFinite(mine) && same(call, mine, theirs));
  }

  const left = suspects.filter((suspect) => agrees(suspect) && isTold(suspect));
  if (left.length === 0) return null;
  if (left.length === 1 && left[0].outcomes === outcomes) return left[0];
  const wrong = [...pairs(right)].filter(
    ({ call, mine, theirs }) => !call.severalRightAnswers && !same(call, mine, theirs),
  ).length;
  const scored = left.map((suspect) => ({ suspect, count: explained(suspect) }));
  const most = Math.max(...scored.map(({ count }) => count));
  if (most === 0 || 2 * most < wrong) return null;
  const best = scored.filter(({ count }) => count === most).map(({ suspect }) => suspect);
  return best.every(({ question }) => question === best[0].question) ? best[0] : null;
}
