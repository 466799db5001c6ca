import type { Sandbox } from '../../sandbox/host/sandbox';
import type { Site } from '../../submission/instrument';
import type { Submission } from '../../submission/submission';
import type { TypeChecker } from '../../submission/typeChecker';
import type { Workbook } from '../../workbook/workbook';
import type { Plan } from '../plan';
import { recordedRightAnswers } from '../recorded/steps';
import type { Attempt } from '../run';
import { askingGuest } from './counterexample/askGuest';
import { type AskAnew, type Found, findCounterexample } from './counterexample/find';
import { findHandedOver, type HandedOver } from './handedOver';
import { type RightAnswer, rightAnswers } from './trace/rightRuns';
import { tracing } from './trace/traceOf';
import { findPastTheEnd } from './traps/pastTheEnd';
import type { Trap } from './traps/rule';
import { findTraps } from './traps/traps';
import { typeErrorsOn } from './traps/typeErrors';
import { findWrongStep } from './wrongStep/find';
import type { WrongStep } from './wrongStep/wrongStep';

/** What is found out about an answer that loses points, by running it again. No mark depends on it. */
export interface Findings {
  readonly counterexample: Found | null;
  readonly handedOver: readonly HandedOver[];
  readonly traps: readonly Trap[];
  readonly wrongStep: WrongStep | null;
}

export const NOTHING_FOUND: Findings = { counterexample: null, handedOver: [], traps: [], wrongStep: null };

/**
 * Looks into why `attempt` lost points. An answer that has them all, or was not begun, is left alone; of one that did not
 * run to its end only the source is read.
 */
export async function lookInto(
  plan: Plan,
  attempt: Attempt,
  seed: string,
  sandbox: Sandbox,
  submission: Submission,
  workbook: Workbook,
  types: TypeChecker | null,
): Promise<Findings> {
  const { status, problem, score, ran, outcomes, verdicts } = attempt;
  if (status === 'not-started' || score === plan.exercise.points) return NOTHING_FOUND;
  const { exercises } = workbook;
  const names = exercises.map((exercise) => exercise.name);
  const read = findTraps(plan, attempt, submission, names);
  if (status !== 'run' || ran === null) return { ...NOTHING_FOUND, traps: read };
  // An answer that is slow on large inputs may be wrong on small ones, too.
  if (problem !== null && !(problem.kind === 'lost-call' && problem.cameBack !== null))
    return { ...NOTHING_FOUND, traps: read };
  const other = (otherName: string) => exercises.find((exercise) => exercise.name === otherName);
  const search = (askAnew: AskAnew) => findCounterexample(plan, outcomes, verdicts, askAnew);
  const { name } = plan.exercise;
  const counterexample = await askingGuest(sandbox, ran, name, search);
  const isWhole = (id: string) => id !== `${name}.ts` && other(id.replace(/\.ts$/, '')) !== undefined;
  const failures = [
    ...(counterexample === null ? [] : [counterexample.failing.failure]),
    ...verdicts.flatMap((verdict) => (verdict.status === 'failed' ? [verdict.failure] : [])),
  ];
  const watched =
    counterexample === null
      ? null
      : await tracing(sandbox, ran, name, isWhole, async (traceOf, sites) => {
          const past = await findPastTheEnd(counterexample, traceOf, (id) => !isWhole(id));
          const answers = await answersBeside(workbook, name, sites);
          return { past, wrongStep: await findWrongStep(plan, counterexample, outcomes, traceOf, answers) };
        });
  const past = watched?.past ?? null;
  const isSaid = read.some(({ id, line }) => line === past?.line || id === 'index-past-the-end');
  const traps = past === null || isSaid ? read : [...read, past];
  const wrongStep = watched === null || isExplained(watched.wrongStep, traps) ? null : watched.wrongStep;
  const places = failures.flatMap(({ finding }) =>
    finding.kind === 'threw' && finding.place !== null ? [finding.place] : [],
  );
  const lines = [
    ...places.map(({ id, line }) => ({ file: id, line })),
    ...(wrongStep === null ? [] : [wrongStep.site]),
  ];
  const unexplained = lines.filter(({ file, line }) => !traps.some((trap) => trap.file === file && trap.line === line));
  return {
    counterexample,
    handedOver: await findHandedOver(ran, `${name}.ts`, failures, seed, sandbox, other),
    traps: types === null ? traps : [...traps, ...typeErrorsOn(unexplained, ran, submission, types)],
    wrongStep,
  };
}

/** The right answers that an answer with these sites is held against: a handout has them as they were recorded. */
export async function answersBeside(
  workbook: Workbook,
  name: string,
  sites: readonly Site[],
): Promise<readonly RightAnswer[]> {
  return workbook.handout === undefined
    ? rightAnswers(workbook, name)
    : recordedRightAnswers(workbook.root, name, sites);
}

/** Whether a trap above a step is why that comes out wrong. */
function isExplained(step: WrongStep | null, traps: readonly Trap[]): boolean {
  return step !== null && traps.some(({ file, line }) => file === step.site.file && line < step.site.line);
}
