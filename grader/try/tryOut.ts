import path from 'node:path';
import { AuthoringError } from '../authoring/authored';
import type { Exercise } from '../authoring/exercise';
import type { Input, Value } from '../authoring/values';
import { UserError } from '../errors';
import { coerce } from '../grading/coerce';
import { attemptError } from '../grading/errorSentences';
import { answerToJson } from '../grading/json';
import type { Failure } from '../grading/judge';
import { type Call, makePlan, newCall, type Plan } from '../grading/plan';
import { functionsFor } from '../grading/recorded/ownFunctions';
import type { Example } from '../grading/report';
import { exampleOf, inputsToJson, toleranceOf } from '../grading/reportedExample';
import { isStub, stubLeft, withFunctions } from '../grading/run';
import { failureSentence } from '../grading/sentences';
import { agreementOf, failureOn } from '../grading/tutor/counterexample/trial';
import type { Outcome } from '../sandbox/host/outcome';
import type { Sandbox } from '../sandbox/host/sandbox';
import { Session } from '../sandbox/host/session';
import type { Submission } from '../submission/submission';
import type { Workbook } from '../workbook/workbook';

/** Runs a learner's function once, on inputs that somebody chose. */

/** Whose functions are tried, and how. */
export interface Bench {
  readonly workbook: Workbook;
  readonly submission: Submission;
  /** How the submission's folder is called. */
  readonly shownFolder: string;
  readonly sandbox: Sandbox;
  readonly seed: string;
  /** Limit of one call, in ms. */
  readonly timeLimit: number;
}

/** What a learner's function came to on some inputs. */
export interface Tried {
  readonly exercise: Exercise;
  readonly call: Call;
  /** What the inputs are, as `case "large-scores"`; empty for a person's own. */
  readonly about: string;
  /** Whether shapes and sums are told, too, as the chapter does of its exercises. */
  readonly inFull: boolean;
  readonly example: Example;
  /** What is wrong, as a sentence without its full stop; null when nothing is. */
  readonly complaint: string | null;
  /** Why no entry is called wrong: several answers are right, the right one is NaN, or a handout does not have it. */
  readonly unjudged: 'several' | 'no-number' | 'not-here' | null;
  /** The answer, in the kind that it should have; null when it is of another kind, or there is none. */
  readonly value: Value | null;
  /** What the reference answers; null where that is not at hand, as `unjudged` says. */
  readonly expected: Value | null;
  readonly printed: string;
}

/** The call on the exercise's case of that name. */
export function caseCall(plan: Plan, caseName: string): Call | undefined {
  return plan.cases.find((call) => call.caseName === caseName);
}

/** A call on inputs of a person's own. Of several right answers nothing is known but the reference's. */
export function ownCall(exercise: Exercise, inputs: readonly Input[]): Call {
  const severalRightAnswers = (exercise.severalRightAnswers ?? []).length > 0;
  return { ...newCall(exercise, '', inputs), severalRightAnswers };
}

/** @throws UserError where the learner's function cannot be called, or does not come back */
export async function tryCall(
  bench: Bench,
  exercise: Exercise,
  call: Call,
  about: string,
  inFull = false,
): Promise<Tried> {
  const { name, returns } = exercise;
  // The plan says how closely an answer must agree.
  const plan = makePlan(exercise, bench.seed);
  const unchanged = exercise.checks.find(({ holds }) => holds.kind === 'inputs-unchanged') ?? null;
  const { outcome, printed } = await outcomeOf(bench, name, call, unchanged !== null);
  const answer = outcome.kind === 'returned' ? outcome.answer : null;
  const tried = { exercise, call, about, inFull, printed };
  const sentence = (finding: Failure['finding']) => failureSentence(finding, name, (id) => shown(bench, id));
  const expected = bench.workbook.handout === undefined ? call.expected() : recordedAnswer(call);
  if (expected === null) {
    const got = answer === null ? null : answerToJson(answer);
    return {
      ...tried,
      example: {
        case: call.caseName,
        inputs: inputsToJson(plan, call),
        expected: null,
        got,
        returns,
        tolerance: toleranceOf(plan, 0, call.caseName),
      },
      complaint: outcome.kind === 'threw' ? sentence(outcome) : null,
      unjudged: 'not-here',
      expected,
      value: null,
    };
  }
  const failure =
    failureOn(plan, agreementOf(plan, 0, call.caseName), call, outcome) ??
    (unchanged === null ? null : failureOn(plan, unchanged, call, outcome));
  const coerced = answer === null ? null : coerce(answer, expected, returns);
  const unjudged = call.severalRightAnswers ? 'several' : holdsNaN(expected) ? 'no-number' : null;
  const isWrong = failure !== null && (unjudged === null || failure.finding.kind !== 'entry');
  const example = exampleOf(plan, 0, { call, answer });
  return {
    ...tried,
    example: unjudged === null ? example : { ...example, wrong: {} },
    complaint: isWrong ? sentence(failure.finding) : null,
    unjudged,
    expected,
    value: coerced !== null && 'value' in coerced ? coerced.value : null,
  };
}

/** The right answer to a call in a handout; null where none is recorded. */
function recordedAnswer(call: Call): Value | null {
  try {
    return call.expected();
  } catch (error) {
    if (error instanceof AuthoringError) return null;
    throw error;
  }
}

/** NaN agrees with nothing, so that nothing can be said of an answer beside it. */
function holdsNaN(value: Value): boolean {
  return typeof value === 'object' ? Object.values(value).some(holdsNaN) : Number.isNaN(value);
}

async function outcomeOf(
  bench: Bench,
  name: string,
  call: Call,
  withInputs: boolean,
): Promise<{ readonly outcome: Exclude<Outcome, { kind: 'lost' }>; readonly printed: string }> {
  const { submission, sandbox, workbook } = bench;
  const program = submission.program(name);
  if ('kind' in program) throw cannotTry(bench, name, program);
  const handsOver = call.inputs.some((input) => typeof input === 'function');
  const runnable = withFunctions(program, handsOver ? functionsFor(workbook, submission, name) : []);
  const session = await sandbox.open(runnable, name, (id) => submission.sourceMap(id));
  if (!(session instanceof Session)) throw cannotTry(bench, name, session);
  const outcome = await session.call({ inputs: call.inputs, withInputs });
  const printed = session.takePrinted();
  if (outcome.kind === 'lost')
    throw cannotTry(bench, name, { kind: 'lost-call', reason: outcome.reason, call, cameBack: null });
  if (isStub(outcome, `${name}.ts`)) {
    const left = stubLeft(outcome, submission);
    throw left === null ? notWritten(bench, name) : cannotTry(bench, name, left);
  }
  return { outcome, printed };
}

/** Why a learner's function cannot be tried, in a sentence with its place. */
export function cannotTry(bench: Bench, name: string, problem: Parameters<typeof attemptError>[0]): UserError {
  const { message, file, line, column } = attemptError(problem, name, (id) => shown(bench, id), bench.timeLimit);
  return new UserError(line === null ? message : `${file}:${line}:${column} ${message}`);
}

/** That there is only the stub. */
export function notWritten(bench: Bench, name: string): UserError {
  return new UserError(`${shown(bench, `${name}.ts`)} is not written yet: put your code where it throws its TODO.`);
}

const shown = ({ shownFolder }: Bench, id: string) => path.posix.join(shownFolder, id);
