import type { Sandbox } from '../../sandbox/host/sandbox';
import type { Workbook } from '../../workbook/workbook';
import type { Plan } from '../plan';
import type { Attempt } from '../run';
import { askingGuest } from './counterexample/askGuest';
import { type AskAnew, type Found, findCounterexample } from './counterexample/find';
import { findHandedOver, type HandedOver } from './handedOver';
import { rightAnswers } from './trace/rightRuns';
import { tracing } from './trace/traceOf';
import { findWrongStep } from './wrongStep/find';
import type { WrongStep } from './wrongStep/wrongStep';

/** What is found out about an answer that loses points, by running it again. No mark depends on it. */
export interface Findings {
  readonly counterexample: Found | null;
  readonly handedOver: HandedOver | null;
  readonly wrongStep: WrongStep | null;
}

export const NOTHING_FOUND: Findings = { counterexample: null, handedOver: null, wrongStep: null };

/**
 * Looks into why `attempt` lost points. An answer that has them all, or was not run to its end, is left alone.
 */
export async function lookInto(
  plan: Plan,
  attempt: Attempt,
  seed: string,
  sandbox: Sandbox,
  workbook: Workbook,
): Promise<Findings> {
  const { status, problem, score, ran, outcomes, verdicts } = attempt;
  if (status !== 'run' || problem !== null || ran === null || score === plan.exercise.points) return NOTHING_FOUND;
  const search = (askAnew: AskAnew) => findCounterexample(plan, outcomes, verdicts, askAnew);
  const { name } = plan.exercise;
  const counterexample = await askingGuest(sandbox, ran, name, search);
  const other = (otherName: string) => workbook.exercises.find((exercise) => exercise.name === otherName);
  const isWhole = (id: string) => id !== `${name}.ts` && other(id.replace(/\.ts$/, '')) !== undefined;
  return {
    counterexample,
    handedOver: await findHandedOver(ran, `${name}.ts`, verdicts, seed, sandbox, other),
    // A handout has no right answers whose steps the answer could be held against.
    wrongStep:
      counterexample === null || workbook.handout !== undefined
        ? null
        : await tracing(sandbox, ran, name, isWhole, async (traceOf) =>
            findWrongStep(plan, counterexample, outcomes, traceOf, await rightAnswers(workbook, name)),
          ),
  };
}
