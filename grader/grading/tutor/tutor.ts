import type { Sandbox } from '../../sandbox/host/sandbox';
import type { Plan } from '../plan';
import type { Attempt } from '../run';
import { askingGuest } from './counterexample/askGuest';
import { type AskAnew, type Found, findCounterexample } from './counterexample/find';

/** What is found out about an answer that loses points, by running it again. No mark depends on it. */
export interface Findings {
  readonly counterexample: Found | null;
}

export const NOTHING_FOUND: Findings = { counterexample: null };

/** Looks into why `attempt` lost points. An answer that has them all, or was not run to its end, is left alone. */
export async function lookInto(plan: Plan, attempt: Attempt, sandbox: Sandbox): Promise<Findings> {
  const { status, problem, score, ran, outcomes, verdicts } = attempt;
  if (status !== 'run' || problem !== null || ran === null || score === plan.exercise.points) return NOTHING_FOUND;
  const search = (askAnew: AskAnew) => findCounterexample(plan, outcomes, verdicts, askAnew);
  return { counterexample: await askingGuest(sandbox, ran, plan.exercise.name, search) };
}
