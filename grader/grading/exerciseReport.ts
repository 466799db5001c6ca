import path from 'node:path';
import { DEFAULT_TOLERANCE } from '../authoring/compare';
import type { AnyCheck, Exercise } from '../authoring/exercise';
import type { Place } from '../submission/positions';
import type { Submission } from '../submission/submission';
import { loadError, lostError, problemError } from './errorSentences';
import { answerToJson, toJson } from './json';
import type { Failure, Verdict } from './judge';
import type { Plan } from './plan';
import type {
  CheckReport,
  Diagnosis,
  Example,
  ExerciseReport,
  ExerciseStatus,
  FilePlace,
  GradingError,
  Section,
} from './report';
import { type Attempt, isTodo, scoreOf } from './run';
import { sentence } from './sentences';

/** All that the report on one exercise is made from. */
export interface Graded {
  readonly plan: Plan;
  /** The chapter of the syllabus that the exercise stands in. */
  readonly section: Section;
  readonly submission: Submission;
  /** How the submission's folder is called in the report. */
  readonly shownFolder: string;
  /** Limit of one call, in ms. */
  readonly timeLimit: number;
  /** The attempt whose failures are shown. */
  readonly attempt: Attempt;
  /** The verdicts that count: with follow-through, the better of two. */
  readonly verdicts: readonly Verdict[];
  readonly diagnosis: Diagnosis | null;
  readonly carriedForward: readonly string[];
}

/** The report on one exercise. */
export function exerciseReport(graded: Graded): ExerciseReport {
  const { plan, section, submission, attempt, verdicts, diagnosis, carriedForward } = graded;
  const { name, chapter, points } = plan.exercise;
  const error = attempt.problem === null ? null : gradingError(graded, attempt.problem);
  const score = scoreOf(plan, verdicts);
  const definition = submission.definition(name);
  return {
    name,
    chapter,
    section,
    file: shown(graded, `${name}.ts`),
    status: statusOf(attempt, error, score === points),
    score,
    maxScore: points,
    error,
    checks: verdicts.map((verdict, i) => checkReport(graded, verdict, i, error)),
    diagnosis: diagnosis === null ? [] : [diagnosis],
    carriedForward,
    console: attempt.printed,
    place: definition === null ? null : { file: shown(graded, `${name}.ts`), ...definition },
  };
}

function statusOf({ status }: Attempt, error: GradingError | null, complete: boolean): ExerciseStatus {
  if (status === 'not-started') return 'not-started';
  if (error !== null) return 'error';
  return complete ? 'passed' : 'failed';
}

function shown({ shownFolder }: Graded, id: string): string {
  return path.posix.join(shownFolder, id);
}

function gradingError(graded: Graded, problem: NonNullable<Attempt['problem']>): GradingError {
  const { plan, timeLimit } = graded;
  const { name } = plan.exercise;
  const file = shown(graded, `${name}.ts`);
  if (problem.kind === 'lost-call') return lostError(problem.reason, file, name, problem.call.caseName, timeLimit);
  if ('id' in problem) return problemError(problem, shown(graded, problem.id), name);
  return loadError(problem, name, file, (id) => shown(graded, id), timeLimit);
}

function checkReport(graded: Graded, verdict: Verdict, index: number, error: GradingError | null): CheckReport {
  const { plan, attempt } = graded;
  const { check } = plan.checks[index];
  const { id, title, points } = check;
  const failure = verdict.status === 'failed' ? verdict.failure : null;
  const place = failure?.trouble.kind === 'threw' ? failure.trouble.place : null;
  return {
    id,
    title,
    points,
    score: verdict.status === 'passed' ? points : 0,
    status: verdict.status,
    message:
      failure !== null
        ? failureMessage(graded, failure)
        : verdict.status === 'skipped'
          ? skipMessage(attempt, error)
          : '',
    example: failure === null ? null : example(plan.exercise, check, failure),
    place: place === null ? null : filePlace(graded, place),
  };
}

function skipMessage({ status }: Attempt, error: GradingError | null): string {
  if (status === 'not-started') return 'not started yet';
  return error === null ? 'not judged' : `not judged: ${error.message}`;
}

function failureMessage(graded: Graded, { trouble }: Failure): string {
  const { name } = graded.plan.exercise;
  if (trouble.kind !== 'threw') return sentence(trouble, name);
  const { place, message } = trouble;
  if (place !== null && place.id !== `${name}.ts` && isTodo(message)) {
    return `${name} needs ${shown(graded, place.id)}, which is not written yet`;
  }
  const where = place === null ? '' : ` at ${shown(graded, place.id)}:${place.line}`;
  return `${name} threw an error${where}: ${message}`;
}

function example({ parameters, returns }: Exercise, { holds }: AnyCheck, { call, got }: Failure): Example {
  return {
    case: call.caseName,
    inputs: Object.fromEntries(call.inputs.map((input, i) => [parameters[i], toJson(input)])),
    expected: toJson(call.expected()),
    got: got === null ? null : answerToJson(got),
    returns,
    tolerance: 'tolerance' in holds ? holds.tolerance : DEFAULT_TOLERANCE,
  };
}

function filePlace(graded: Graded, { id, line, column }: Place): FilePlace {
  return { file: shown(graded, id), line, column };
}
