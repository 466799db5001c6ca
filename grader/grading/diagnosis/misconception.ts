import { judge, type Outcomes, type Verdict } from '../judge';
import type { Call, Plan } from '../plan';
import { referenceOutcomes } from './inProcess';
import { holdsFinite } from './sameOutcome';
import { type Pair, pairsOf, type Suspect, sameIn } from './suspect';

/**
 * The misconception that explains the learner's answers, if one does: it agrees with them wherever it differs from the
 * reference, on at least half of the cases that went wrong. Of several, the one that explains most cases; between
 * equals that would ask different questions, none, as a guess is worse than silence. Crashes and NaN alone name
 * nothing, as many mistakes end so. They count where a finite number agrees as well: which cases fail is then a trace
 * of its own.
 */
export function bestSuspect(plan: Plan, outcomes: Outcomes, suspects: readonly Suspect[]): Suspect | null {
  const right = referenceOutcomes();
  const same = sameIn(plan);

  // A wrong answer may depend on an order that is the learner's own, where right ones do not.
  const inSomeOrder = new Set(plan.checks.flatMap(({ check }) => (check.holds.kind === 'one-of' ? check.on : [])));

  let verdicts: readonly Verdict[] | null = null;
  /** Whether a check that fails looks at a call. Few answers come to the question. */
  function isSuspect(call: Call): boolean {
    verdicts ??= judge(plan, outcomes);
    const hasFailed = verdicts.map(({ status }) => status === 'failed');
    return plan.checks.some(({ clauses }, i) => hasFailed[i] && clauses.some((clause) => clause.call === call));
  }

  /** The cases that tell a suspect, with what they came to. */
  function* tellingOf(suspect: Suspect): Generator<Pair> {
    const cases = plan.cases.filter(({ caseName }) => suspect.on?.includes(caseName) ?? true);
    yield* pairsOf({ cases }, outcomes, suspect.outcomes);
  }

  /** Whether the suspect agrees with the learner wherever it differs from the reference; cases with several right answers say nothing. */
  function agrees(suspect: Suspect): boolean {
    if (suspect.outcomes === outcomes) return true;
    for (const { call, mine, theirs } of tellingOf(suspect)) {
      if (call.severalRightAnswers || inSomeOrder.has(call.caseName) || same(call, theirs, mine)) continue;
      if (!same(call, theirs, right.get(call))) return false;
    }
    return true;
  }

  /** On how many of the cases that went wrong the suspect differs from the reference, too. */
  function explained(suspect: Suspect): number {
    return [...tellingOf(suspect)].filter(({ call, mine, theirs }) => {
      // Where several answers are right, only the suspect's own, to the digit, gives it away; by chance a right one may be that.
      const goneWrong = call.severalRightAnswers
        ? same(call, mine, theirs) && isSuspect(call)
        : !same(call, mine, right.get(call));
      return goneWrong && !same(call, theirs, right.get(call));
    }).length;
  }

  /** Whether anything but crashes and NaN is the same. */
  function isTold(suspect: Suspect): boolean {
    for (const { call, mine, theirs } of tellingOf(suspect))
      if (holdsFinite(mine) && same(call, mine, theirs)) return true;
    return false;
  }

  /** How many of the cases that tell a suspect went wrong. */
  function wrongOf(suspect: Suspect): number {
    return [...tellingOf(suspect)].filter(
      ({ call, mine }) => !call.severalRightAnswers && !same(call, mine, right.get(call)),
    ).length;
  }

  const left = suspects.filter((suspect) => agrees(suspect) && isTold(suspect));
  if (left.length === 0) return null;
  if (left.length === 1 && left[0].outcomes === outcomes) return left[0];
  const scored = left.map((suspect) => ({ suspect, count: explained(suspect) }));
  const most = Math.max(...scored.map(({ count }) => count));
  const best = scored.filter(({ count }) => count === most).map(({ suspect }) => suspect);
  if (most === 0 || best.every((suspect) => 2 * most < wrongOf(suspect))) return null;
  return best.every(({ question }) => question === best[0].question) ? best[0] : null;
}
