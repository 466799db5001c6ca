import path from 'node:path';
import type { AnyCheck } from '../authoring/exercise';
import type { Place } from '../submission/positions';
import type { Submission } from '../submission/submission';
import type { Explanation } from './diagnosis/unforeseen';
import { attemptError, skippedSentence } from './errorSentences';
import type { Failure, Threw, Verdict } from './judge';
import type { Plan } from './plan';
import { consoleText, printedByCase } from './printedByCase';
import type {
  CheckReport,
  Counterexample,
  Diagnosis,
  ExerciseReport,
  ExerciseStatus,
  FilePlace,
  GradingError,
  Section,
  WrongStepReport,
} from './report';
import { exampleOf, inputsToJson } from './reportedExample';
import type { Attempt } from './run';
import { failureSentence } from './sentences';
import type { Found } from './tutor/counterexample/find';
import type { Findings } from './tutor/tutor';
import { codeOf, tracedToJson } from './tutor/wrongStep/words';
import type { WrongStep } from './tutor/wrongStep/wrongStep';

/** All that the report on one exercise is made from. */
export interface ExerciseGrading {
  readonly plan: Plan;
  /** The chapter of the syllabus that the exercise is in. */
  readonly section: Section;
  readonly submission: Submission;
  /** What the submission's folder is called in the report. */
  readonly shownFolder: string;
  /** Limit of one call, in ms. */
  readonly timeLimit: number;
  /** The attempt that counts, and whose failures are shown. */
  readonly attempt: Attempt;
  /** The imported answer to another exercise that takes too long by itself, where this one does. */
  readonly overrunsIn?: string | null;
  readonly findings: Findings;
  readonly solvesElsewhere: boolean;
  readonly diagnosis: readonly Diagnosis[];
  readonly behaviour: Explanation['behaviour'];
  readonly carriedForward: readonly string[];
  readonly leftToInstructor?: readonly string[];
  readonly notWritten?: readonly string[];
}

/** The report on one exercise. */
export function exerciseReport(grading: ExerciseGrading): ExerciseReport {
  const { plan, section, submission, attempt, findings, diagnosis, behaviour, carriedForward } = grading;
  const { leftToInstructor, notWritten = [] } = grading;
  const { name, chapter, points } = plan.exercise;
  const error = attempt.problem === null ? null : gradingError(grading, attempt.problem);
  const { score, verdicts } = attempt;
  const checks = verdicts.map((verdict, i) => checkReport(grading, verdict, i, error));
  const definition = submission.definition(name);
  const failed = verdicts.find((verdict) => verdict.status === 'failed');
  return {
    name,
    chapter,
    section,
    file: shown(grading, `${name}.ts`),
    status: statusOf(attempt, error, score === points),
    score,
    maxScore: points,
    error,
    checks,
    counterexample: counterexample(grading, findings.counterexample),
    wrongStep: wrongStep(grading, findings.wrongStep),
    diagnosis,
    ...(behaviour === null ? {} : { behaviour }),
    traps: findings.traps.map((trap) => ({ ...trap, file: shown(grading, trap.file) })),
    carriedForward,
    ...(leftToInstructor === undefined ? {} : { leftToInstructor }),
    ...(isUnasked(grading, checks) ? { unasked: true } : {}),
    ...(attempt.waitsFor === undefined ? {} : { waitsFor: attempt.waitsFor }),
    ...(notWritten.length === 0 ? {} : { notWritten }),
    console: consoleText(attempt.printed),
    printed: printedByCase(attempt.printed, failed?.failure.call.caseName ?? null),
    place: definition === null ? null : { file: shown(grading, `${name}.ts`), ...definition },
  };
}

/** Whether nothing but numbers is wrong, and no reason is known, in a handout: then it may be a constant. */
function isUnasked({ solvesElsewhere, findings, diagnosis }: ExerciseGrading, checks: readonly CheckReport[]): boolean {
  if (!solvesElsewhere || diagnosis.length > 0 || findings.traps.length > 0) return false;
  const failed = checks.filter(({ status }) => status === 'failed');
  return failed.every(({ example }) => Object.values(example?.wrong ?? {}).some(({ length }) => length > 0));
}

function statusOf({ status }: Attempt, error: GradingError | null, complete: boolean): ExerciseStatus {
  if (status === 'not-started') return 'not-started';
  if (error !== null) return 'error';
  return complete ? 'passed' : 'failed';
}

function shown({ shownFolder }: ExerciseGrading, id: string): string {
  return path.posix.join(shownFolder, id);
}

function gradingError(grading: ExerciseGrading, problem: NonNullable<Attempt['problem']>): GradingError {
  const { plan, timeLimit, overrunsIn = null } = grading;
  return attemptError(problem, plan.exercise.name, (id) => shown(grading, id), timeLimit, overrunsIn);
}

function checkReport(
  grading: ExerciseGrading,
  verdict: Verdict,
  index: number,
  error: GradingError | null,
): CheckReport {
  const { plan } = grading;
  const { check } = plan.checks[index];
  const { id, title, points } = check;
  const failure = verdict.status === 'failed' ? verdict.failure : null;
  const place = failure?.finding.kind === 'threw' ? failure.finding.place : null;
  return {
    id,
    title,
    points,
    score: verdict.status === 'passed' ? points : 0,
    status: verdict.status,
    message: messageOf(grading, check, verdict, error),
    example: failure === null ? null : exampleOf(plan, index, failure),
    place: place === null ? null : filePlace(grading, place),
  };
}

function counterexample(grading: ExerciseGrading, found: Found | null): Counterexample | null {
  if (found === null) return null;
  const { plan } = grading;
  const { index, failing, works } = found;
  const { finding } = failing.failure;
  const { case: _, inputs, expected, got, ...more } = exampleOf(plan, index, failing.failure);
  const threw = finding.kind === 'threw' ? finding : null;
  return {
    inputs,
    expected,
    got,
    threw: threw === null ? null : threw.message + handedOverWords(grading, threw),
    place: threw === null || threw.place === null ? null : filePlace(grading, threw.place),
    works: works === null ? null : { inputs: inputsToJson(plan, works) },
    message: sentenceOf(grading, finding),
    ...more,
  };
}

function wrongStep(grading: ExerciseGrading, step: WrongStep | null): WrongStepReport | null {
  if (step === null) return null;
  const { site, got, expected, rightUpTo } = step;
  return {
    file: shown(grading, site.file),
    line: site.line,
    column: site.column,
    code: codeOf(site),
    got: got === null ? null : tracedToJson(got, expected),
    expected: expected === null ? null : tracedToJson(expected),
    rightUpTo:
      rightUpTo === null
        ? null
        : { file: shown(grading, rightUpTo.file), line: rightUpTo.line, code: codeOf(rightUpTo) },
  };
}

/** What is wrong, or why nothing was judged; empty when the check passed. */
function messageOf(
  grading: ExerciseGrading,
  { holds }: AnyCheck,
  verdict: Verdict,
  error: GradingError | null,
): string {
  if (verdict.status === 'failed') {
    const { finding } = verdict.failure;
    // What is not an answer at all earns nothing for what it leaves alone.
    const isElsewhere = holds.kind === 'inputs-unchanged' && finding.kind !== 'changed-input';
    return sentenceOf(grading, finding) + (isElsewhere ? ', so this earns nothing yet' : '');
  }
  return verdict.status === 'passed' ? '' : skippedSentence(grading.plan.exercise.name, grading.attempt, error);
}

function sentenceOf(grading: ExerciseGrading, finding: Failure['finding']): string {
  const sentence = failureSentence(finding, grading.plan.exercise.name, (id) => shown(grading, id));
  return finding.kind === 'threw' ? sentence + handedOverWords(grading, finding) : sentence;
}

/** Where an error began that was thrown in the answer to another exercise; empty when that is not known. */
function handedOverWords(grading: ExerciseGrading, { place }: Threw): string {
  const found = grading.findings.handedOver.find(({ thrownIn }) => thrownIn === place?.id);
  if (found === undefined) return '';
  const { name, got, from } = found;
  return `: ${name} got ${got} from ${shown(grading, from.id)}:${from.line}`;
}

function filePlace(grading: ExerciseGrading, { id, line, column }: Place): FilePlace {
  return { file: shown(grading, id), line, column };
}
