import type { Exercise } from '../../authoring/exercise';
import type { Sandbox } from '../../sandbox/host/sandbox';
import type { Plan } from '../plan';
import type { Attempt } from '../run';
import { askingGuest } from './counterexample/askGuest';
import { type AskAnew, type Found, findCounterexample } from './counterexample/find';
import { findHandedOver, type HandedOver } from './handedOver';

/** What is found out about an answer that loses points, by running it again. No mark depends on it. */
export interface Findings {
  readonly counterexample: Found | null;
  readonly handedOver: HandedOver | null;
}

export const NOTHING_FOUND: Findings = { counterexample: null, handedOver: null };

/**
 * Looks into why `attempt` lost points. An answer that has them all, or was not run to its end, is left alone.
 *
 * @param other finds an exercise of the workbook by name
 */
export async function lookInto(
  plan: Plan,
  attempt: Attempt,
  seed: string,
  sandbox: Sandbox,
  other: (name: string) => Exercise | undefined,
): Promise<Findings> {
  const { status, problem, score, ran, outcomes, verdicts } = attempt;
  if (status !== 'run' || problem !== null || ran === null || score === plan.exercise.points) return NOTHING_FOUND;
  const search = (askAnew: AskAnew) => findCounterexample(plan, outcomes, verdicts, askAnew);
  const { name } = plan.exercise;
  return {
    counterexample: await askingGuest(sandbox, ran, name, search),
    handedOver: await findHandedOver(ran, `${name}.ts`, verdicts, seed, sandbox, other),
  };
}
