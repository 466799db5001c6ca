import type { Domain } from '../../../authoring/domain';
import type { Outcome } from '../../../sandbox/host/outcome';
import type { Outcomes, Verdict } from '../../judge';
import type { Call, Plan } from '../../plan';
import { type Ask, Attempts } from './attempts';
import { distance, isNear, nearest } from './nearest';
import { shrink } from './shrink';
import { type Start, startOf } from './starts';
import { agreementOf, failureOn, isJudgeable, type Trial } from './trial';

/** The simplest inputs found on which an answer goes wrong. */
export interface Found {
  /** The check that they fail, by its place in the plan. */
  readonly index: number;
  readonly failing: Failing;
  /** The nearest inputs on which the answer is right; null when there are none near. */
  readonly works: Call | null;
}

type Failing = Trial & { readonly failure: NonNullable<Trial['failure']> };

/**
 * Uses a learner's function that has not been called since its file was loaded.
 *
 * @returns null when the file cannot be loaded
 */
export type AskAnew = <T>(use: (ask: Ask) => Promise<T>) => Promise<T | null>;

/**
 * Searches for the simplest inputs on which an answer goes wrong, from the smallest call on which it did. What is found
 * holds of the function on its own: both inputs are tried once more by themselves, as an answer that keeps something
 * from call to call may have gone wrong for that reason alone.
 *
 * @param outcomes what the plan's calls came to, of which `verdicts` are the verdicts
 * @returns null when nothing goes wrong that a single call shows
 */
export async function findCounterexample(
  plan: Plan,
  outcomes: Outcomes,
  verdicts: readonly Verdict[],
  askAnew: AskAnew,
): Promise<Found | null> {
  const start = startOf(plan, outcomes, verdicts);
  if (start === null) return null;
  const known = plan.calls.flatMap((call) => trialOf(plan, start, call, outcomes.get(call)));
  const searched = await askAnew((ask) => search(new Attempts(plan, start, ask), known));
  return searched === null ? null : askAnew((ask) => confirmed(plan, start, searched, ask));
}

interface Searched {
  readonly failing: Call;
  readonly works: Call | null;
}

async function search(attempts: Attempts, known: readonly Trial[]): Promise<Searched> {
  const { plan, start } = attempts;
  const isFine = (trial: Trial) => isRight(plan, start, trial);
  const failing = await shrink(start, start.domain, attempts, ({ failure }) => failure !== null);
  const near = nearest(failing, [...attempts.made, ...known].filter(isFine));
  if (near === null) return { failing: failing.call, works: null };
  // One step further, and another: as long as it comes closer and works.
  let works = near;
  await shrink(near, domainOf(plan, near.call) ?? start.domain, attempts, (next) => {
    if (!isFine(next) || distance(failing, next) >= distance(failing, works)) return false;
    works = next;
    return true;
  });
  return { failing: failing.call, works: isNear(failing, works) ? works.call : null };
}

function domainOf({ exercise }: Plan, { inputs }: Call): Domain | null {
  return [...exercise.domains.values()].find((domain) => domain.holds(inputs)) ?? null;
}

function trialOf(plan: Plan, { check }: Start, call: Call, outcome: Outcome | undefined): Trial[] {
  return outcome === undefined ? [] : [{ call, outcome, failure: failureOn(plan, check, call, outcome) }];
}

/** Whether nothing is wrong, the numbers of the answer included. */
function isRight(plan: Plan, { index }: Start, { call, outcome, failure }: Trial): boolean {
  if (failure !== null || outcome.kind !== 'returned' || call.severalRightAnswers) return false;
  const agreement = agreementOf(plan, index, call.caseName);
  return isJudgeable(plan, agreement, call) && failureOn(plan, agreement, call, outcome) === null;
}

/** What was found, tried once more by itself. */
async function confirmed(plan: Plan, start: Start, { failing, works }: Searched, ask: Ask): Promise<Found | null> {
  const outcome = await ask(failing.inputs);
  const failure = failureOn(plan, start.check, failing, outcome);
  if (failure === null) return null;
  const [again] = works === null ? [] : trialOf(plan, start, works, await ask(works.inputs));
  const stillWorks = again !== undefined && isRight(plan, start, again);
  return { index: start.index, failing: { call: failing, outcome, failure }, works: stillWorks ? works : null };
}
