import type { Outcomes } from '../../judge';
import type { Call, Plan } from '../../plan';
import type { Found } from '../counterexample/find';
import { failureOn, isJudgeable, ofOneCall } from '../counterexample/trial';

/** Numbers of a call that is looked into besides the smallest. */
export const MAX_TELLING = 60;
/** As many different fractions are enough. */
const ENOUGH = 8;

/** A failing call whose numbers are the least likely to be the same by chance. */
export function tellingCall(plan: Plan, { index, failing }: Found, outcomes: Outcomes): Call {
  const check = ofOneCall(plan, index);
  const fails = (call: Call) => {
    const outcome = outcomes.get(call);
    if (check === null || outcome === undefined || call.severalRightAnswers || call.size > MAX_TELLING) return false;
    return isJudgeable(plan, check, call) && failureOn(plan, check, call, outcome) !== null;
  };
  const calls = [failing.call, ...plan.calls.filter(fails)];
  const counted = calls.map((call) => ({ call, count: Math.min(ENOUGH, fractionsOf(call)) }));
  counted.sort((a, b) => b.count - a.count || a.call.size - b.call.size);
  return counted[0].call;
}

function fractionsOf({ inputs }: Call): number {
  return [...numbersOf(inputs)].filter((value) => !Number.isInteger(value)).length;
}

/** All numbers of some inputs, each once. */
export function numbersOf(inputs: unknown): ReadonlySet<number> {
  if (typeof inputs === 'number') return new Set([inputs]);
  if (typeof inputs !== 'object' || inputs === null) return new Set();
  return new Set(Object.values(inputs).flatMap((item) => [...numbersOf(item)]));
}
