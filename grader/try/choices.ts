import { AuthoringError } from '../authoring/authored';
import type { Exercise } from '../authoring/exercise';
import { UserError } from '../errors';
import { makePlan } from '../grading/plan';
import { functionsFor } from '../grading/recorded/ownFunctions';
import { runPlan } from '../grading/run';
import { askingGuest } from '../grading/tutor/counterexample/askGuest';
import { findCounterexample } from '../grading/tutor/counterexample/find';
import { loadFunctions } from '../workbook/workbook';
import { type Bench, cannotTry, notWritten, ownCall, type Tried, tryCall } from './tryOut';
import { typedInputs } from './typedInputs';

/** Inputs that are no case's: a person's own, or those that go wrong. */

/**
 * The learner's function on what `words` spell.
 *
 * @throws UserError
 */
export async function tryTyped(bench: Bench, exercise: Exercise, words: readonly string[]): Promise<Tried> {
  const inputs = typedInputs(exercise, words, bench.seed, await loadFunctions(bench.workbook));
  const call = ownCall(exercise, inputs);
  try {
    call.expected();
  } catch (error) {
    if (!(error instanceof AuthoringError)) throw error;
    // A handout has answers to its own cases, and what the learner's function makes of others can be shown all the same.
    if (bench.workbook.handout === undefined)
      throw new UserError(`${exercise.name} is not made for these inputs: there is no right answer to compare with.`);
  }
  return tryCall(bench, exercise, call, '');
}

/**
 * The learner's function on the smallest inputs that go wrong, or on the smallest case where none do.
 *
 * @throws UserError
 */
export async function tryFailing(bench: Bench, exercise: Exercise): Promise<Tried> {
  const { seed, submission, sandbox, workbook } = bench;
  const plan = makePlan(exercise, seed);
  const functions = () => (plan.handsOver ? functionsFor(workbook, submission, exercise.name) : []);
  const { status, problem, ran, outcomes, verdicts } = await runPlan(plan, submission, sandbox, new Map(), functions);
  if (problem !== null) throw cannotTry(bench, exercise.name, problem);
  if (status === 'not-started' || ran === null) throw notWritten(bench, exercise.name);
  const isExam = workbook.handout?.exam === true;
  const found = isExam
    ? null
    : await askingGuest(sandbox, ran, exercise.name, (askAnew) =>
        findCounterexample(plan, outcomes, verdicts, askAnew),
      );
  if (found !== null) return tryCall(bench, exercise, found.failing.call, 'the smallest input that goes wrong');
  const failed = verdicts.find((verdict) => verdict.status === 'failed');
  const call = failed?.failure.call ?? plan.cases[0];
  return tryCall(bench, exercise, call, `case "${call.caseName}"${failed === undefined ? ', as no check fails' : ''}`);
}
