import { bisect } from 'simple-statistics';
import type { Misconception } from '../../authoring/misconceptions';
import type { Outcome } from '../../sandbox/host/outcome';
import type { Outcomes } from '../judge';
import type { Call, Plan } from '../plan';
import { outcomeOf } from './inProcess';
import { numbersOf } from './sameOutcome';
import { pairsOf, same } from './suspect';

/** Where a change of sign is looked for, before it is closed in on. */
const POINTS = 17;

type Family = (constant: number) => Misconception['answer'];

/**
 * The constant with which `family` comes to what the learner's function came to, on the smallest case where
 * the constant matters. Found where one entry of the answer, as a function of the constant, crosses the learner's.
 *
 * @param between the lowest and the highest; on a scale of powers where both are above 0
 * @returns null when there is none
 */
export function solveConstant(
  plan: Plan,
  outcomes: Outcomes,
  family: Family,
  between: readonly [number, number],
): number | null {
  for (const { call, mine } of pairsOf(plan, outcomes, outcomes)) {
    if (call.severalRightAnswers) continue;
    const isMine = (constant: number) =>
      same(call, outcomeOf(family(constant), call.inputs, false), withoutInputs(mine));
    const gap = gapOn(call, mine, family, between);
    if (gap === null) continue;
    for (const root of rootsOf(gap, between)) if (isMine(root)) return root;
    return null;
  }
  return null;
}

const withoutInputs = (outcome: Outcome): Outcome =>
  outcome.kind === 'returned' ? { ...outcome, inputs: null } : outcome;

/** By how much one entry differs from the learner's, as a function of the constant; null where none lies between. */
function gapOn(
  call: Call,
  outcome: Outcome,
  family: Family,
  [low, high]: readonly [number, number],
): ((constant: number) => number) | null {
  const entriesAt = (constant: number) => numbersIn(outcomeOf(family(constant), call.inputs, false));
  const mine = numbersIn(outcome);
  const [lowest, highest] = [entriesAt(low), entriesAt(high)];
  if (mine.length !== lowest.length || mine.length !== highest.length) return null;
  const differs = (a: number, b: number) => Math.abs(a - b) > 1e-9;
  const at = mine.findIndex(
    (entry, k) => Number.isFinite(entry) && differs(entry, lowest[k]) && differs(entry, highest[k]),
  );
  return at < 0 ? null : (constant) => entriesAt(constant)[at] - mine[at];
}

const numbersIn = (outcome: Outcome) => (outcome.kind === 'returned' ? numbersOf(outcome.answer) : []);

/** Where `gap` crosses 0. */
function* rootsOf(gap: (constant: number) => number, [low, high]: readonly [number, number]): Generator<number> {
  const byPowers = low > 0;
  const [from, to] = byPowers ? [Math.log(low), Math.log(high)] : [low, high];
  const constantAt = (t: number) => (byPowers ? Math.exp(t) : t);
  const points = Array.from({ length: POINTS }, (_, i) => from + ((to - from) * i) / (POINTS - 1));
  const gaps = points.map((t) => gap(constantAt(t)));
  for (let i = 0; i + 1 < POINTS; i++) {
    if (!(gaps[i] * gaps[i + 1] <= 0)) continue;
    yield constantAt(bisect((t) => gap(constantAt(t)), points[i], points[i + 1], 100, 1e-13));
  }
}
