import { bisect } from 'simple-statistics';
import type { Misconception } from '../../authoring/misconceptions';
import type { Outcome } from '../../sandbox/host/outcome';
import type { Outcomes } from '../judge';
import type { Call, Plan } from '../plan';
import { outcomeOf } from './inProcess';
import { numbersOf } from './sameOutcome';
import { pairsOf, type Same } from './suspect';

/** Where a change of sign is looked for, before it is closed in on. */
const POINTS = 17;

type Family = (constant: number) => Misconception['answer'];

/** A case that may tell a constant: what the learner's function came to there, and the numbers in it. */
export interface Target {
  readonly call: Call;
  readonly mine: Outcome;
  readonly numbers: readonly number[];
}

/** Numbers of the largest case, and of the largest answer, that a constant is looked for in. */
const MAX_SIZE = 1000;

/** The cases that may tell a constant, the smallest first. */
export function targetsOf(plan: Plan, outcomes: Outcomes): readonly Target[] {
  return [...pairsOf(plan, outcomes, outcomes)].flatMap(({ call, mine }) => {
    if (call.severalRightAnswers || call.size > MAX_SIZE || mine.kind !== 'returned') return [];
    const numbers = numbersOf(mine.answer);
    return numbers.length > MAX_SIZE ? [] : [{ call, mine: { ...mine, inputs: null }, numbers }];
  });
}

/**
 * The constant with which `family` comes to what the learner's function came to, on the smallest case where
 * the constant matters. Found where one entry of the answer, as a function of the constant, crosses the learner's.
 *
 * @param between the lowest and the highest; on a scale of powers where both are above 0
 * @returns null when there is none
 */
export function solveConstant(
  targets: readonly Target[],
  family: Family,
  between: readonly [number, number],
  same: Same,
): number | null {
  for (const target of targets) {
    const gap = gapOn(target, family, between);
    if (gap === null) continue;
    const { call, mine } = target;
    const isMine = (constant: number) => same(call, outcomeOf(family(constant), call.inputs, false), mine);
    for (const root of rootsOf(gap, between)) if (isMine(root)) return root;
    return null;
  }
  return null;
}

/** By how much one entry differs from the learner's, as a function of the constant; null where none lies between. */
function gapOn(
  { call, numbers }: Target,
  family: Family,
  [low, high]: readonly [number, number],
): ((constant: number) => number) | null {
  const entriesAt = (constant: number) => numbersIn(outcomeOf(family(constant), call.inputs, false));
  const [lowest, highest] = [entriesAt(low), entriesAt(high)];
  if (numbers.length !== lowest.length || numbers.length !== highest.length) return null;
  const differs = (a: number, b: number) => Math.abs(a - b) > 1e-9;
  const at = numbers.findIndex(
    (entry, k) => Number.isFinite(entry) && differs(entry, lowest[k]) && differs(entry, highest[k]),
  );
  return at < 0 ? null : (constant) => entriesAt(constant)[at] - numbers[at];
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
