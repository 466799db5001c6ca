import type { Outcomes } from '../judge';
import type { Plan } from '../plan';
import { referenceOutcomes } from './inProcess';
import { numbersOf } from './sameOutcome';
import { pairsOf } from './suspect';

/** More decimals than these no check tells from the right answer. */
const MAX_DECIMALS = 8;
/** What is added up in another order differs by less. */
const NEARLY = 1e-9;

/**
 * To how many decimals an answer is rounded, where it is the right one but for that; null where it is not. Numbers that
 * lie between two roundings may go either way.
 */
export function decimalsOf(plan: Plan, outcomes: Outcomes): number | null {
  const numbers = [...pairsOf(plan, outcomes, referenceOutcomes())].flatMap(({ call, mine, theirs }) => {
    if (call.severalRightAnswers) return [];
    const [got, want] = [mine, theirs].map((one) => (one.kind === 'returned' ? numbersOf(one.answer) : []));
    return [{ got, want }];
  });
  const isSameLength = numbers.every(({ got, want }) => got.length === want.length);
  if (!isSameLength) return null;
  const pairs = numbers.flatMap(({ got, want }) => got.map((value, i) => [value, want[i]] as const));
  if (pairs.every(([got, want]) => Math.abs(got - want) <= NEARLY)) return null;
  for (let decimals = 1; decimals <= MAX_DECIMALS; decimals++) {
    const unit = 10 ** -decimals;
    const isRounded = ([got, want]: readonly [number, number]) =>
      Math.abs(got - Math.round(got / unit) * unit) <= NEARLY && Math.abs(got - want) <= unit / 2 + NEARLY;
    if (pairs.every(isRounded)) return decimals;
  }
  return null;
}
