import type { Domain } from '../../../authoring/domain';
import { kindOfDraw } from '../../../authoring/draws';
import type { AnyCheck } from '../../../authoring/exercise';
import type { Outcomes, Verdict } from '../../judge';
import type { Call, Plan } from '../../plan';
import { failureOn, isJudgeable, ofOneCall, type Trial } from './trial';

/** A failing call that a search may begin with. */
export interface Start extends Trial {
  readonly index: number;
  readonly check: AnyCheck;
  /** How inputs are made simpler; null when the exercise has no domain. */
  readonly domain: Domain | null;
  /** Whether the check is made for all of the domain, and these inputs lie in it. */
  readonly inDomain: boolean;
}

/**
 * The failing call to begin with. Best is one from a domain for all of which its check is made, as simpler inputs from
 * there are judged as the author meant; then the smallest. Null when nothing goes wrong but arguments that are changed,
 * or only where several answers are right.
 */
export function startOf(plan: Plan, outcomes: Outcomes, verdicts: readonly Verdict[]): Start | null {
  const starts = verdicts.flatMap(({ status }, index) => (status === 'failed' ? startsOf(plan, index, outcomes) : []));
  const better = (a: Start, b: Start) =>
    Number(b.inDomain) - Number(a.inDomain) || a.call.size - b.call.size || a.index - b.index;
  return starts.sort(better)[0] ?? null;
}

function startsOf(plan: Plan, index: number, outcomes: Outcomes): Start[] {
  const check = ofOneCall(plan, index);
  if (check === null) return [];
  const calls = plan.checks[index].clauses.flatMap(({ call, further }) => [call, ...further]);
  return calls.flatMap((call) => {
    const outcome = outcomes.get(call);
    if (outcome === undefined || call.severalRightAnswers || !isJudgeable(plan, check, call)) return [];
    const failure = failureOn(plan, check, call, outcome);
    return failure === null ? [] : [{ call, outcome, failure, index, check, ...domainFor(plan, check, call) }];
  });
}

function domainFor({ exercise }: Plan, { on }: AnyCheck, { inputs }: Call): Pick<Start, 'domain' | 'inDomain'> {
  const all = [...exercise.domains];
  const drawnFrom = new Set(on.map(kindOfDraw));
  const own = all.filter(([kind]) => drawnFrom.has(kind)).map(([, domain]) => domain);
  const holding = own.find((domain) => domain.holds(inputs));
  if (holding !== undefined) return { domain: holding, inDomain: true };
  const others = [...own, ...all.map(([, domain]) => domain)];
  return { domain: others.find((domain) => domain.holds(inputs)) ?? others[0] ?? null, inDomain: false };
}
