import type { ExerciseReport, Report } from '../../grading/report';
import type { ExerciseResult, Result } from '../store/journalLine';
import type { Receipt } from '../store/receipt';

/** A guest that was lost: load, and not the learner, may have caused that. */
const EXPLAINED_BY_LOAD: ReadonlySet<string> = new Set(['timeout', 'memory', 'exit']);
const MARKS = { passed: '+', failed: '-', skipped: '?' } as const;

/** The result that a report comes to. */
export function resultOf(
  student: string,
  receipt: Receipt,
  report: Report,
  more: { readonly alone: boolean; readonly failure: string | null; readonly seconds: number; readonly at: Date },
): Result {
  const maybeLoad = report.exercises.some(({ error }) => error !== null && EXPLAINED_BY_LOAD.has(error.kind));
  return {
    kind: 'result',
    student,
    receipt,
    final: more.alone || !maybeLoad,
    failure: more.failure,
    score: report.score,
    maxScore: report.maxScore,
    exercises: report.exercises.map(exerciseResult),
    at: more.at.toISOString(),
    seconds: Number(more.seconds.toFixed(3)),
    isolation: { ...report.isolation },
  };
}

function exerciseResult({ name, score, maxScore, status, error, diagnosis, checks }: ExerciseReport): ExerciseResult {
  return {
    name,
    score,
    maxScore,
    status,
    error: error?.kind ?? null,
    misconceptions: diagnosis.map(({ misconception }) => misconception),
    checks: Object.fromEntries(checks.map((check) => [check.id, MARKS[check.status]])),
  };
}
