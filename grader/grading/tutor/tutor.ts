import type { Exercise } from '../../authoring/exercise';
import type { Sandbox } from '../../sandbox/host/sandbox';
import type { Submission } from '../../submission/submission';
import type { Plan } from '../plan';
import type { Attempt } from '../run';
import { askingGuest } from './counterexample/askGuest';
import { type AskAnew, type Found, findCounterexample } from './counterexample/find';
import { findHandedOver, type HandedOver } from './handedOver';
import type { Trap } from './traps/rule';
import { findTraps } from './traps/traps';

/** What is found out about an answer that loses points, by running it again. No mark depends on it. */
export interface Findings {
  readonly counterexample: Found | null;
  readonly handedOver: readonly HandedOver[];
  readonly traps: readonly Trap[];
}

export const NOTHING_FOUND: Findings = { counterexample: null, handedOver: [], traps: [] };

/**
 * Looks into why `attempt` lost points. An answer that has them all, or was not begun, is left alone; of one that did not run
 * to its end only the source is read.
 *
 * @param exercises all of the workbook
 */
export async function lookInto(
  plan: Plan,
  attempt: Attempt,
  seed: string,
  sandbox: Sandbox,
  submission: Submission,
  exercises: readonly Exercise[],
): Promise<Findings> {
  const { status, problem, score, ran, outcomes, verdicts } = attempt;
  if (status === 'not-started' || score === plan.exercise.points) return NOTHING_FOUND;
  const traps = findTraps(
    plan,
    attempt,
    submission,
    exercises.map((exercise) => exercise.name),
  );
  if (status !== 'run' || problem !== null || ran === null) return { ...NOTHING_FOUND, traps };
  const other = (name: string) => exercises.find((exercise) => exercise.name === name);
  const search = (askAnew: AskAnew) => findCounterexample(plan, outcomes, verdicts, askAnew);
  const { name } = plan.exercise;
  const counterexample = await askingGuest(sandbox, ran, name, search);
  const failures = [
    ...(counterexample === null ? [] : [counterexample.failing.failure]),
    ...verdicts.flatMap((verdict) => (verdict.status === 'failed' ? [verdict.failure] : [])),
  ];
  return {
    counterexample,
    handedOver: await findHandedOver(ran, `${name}.ts`, failures, seed, sandbox, other),
    traps,
  };
}
