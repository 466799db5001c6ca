import { dueHints } from '../authoring/dueHints';
import type { Exercise } from '../authoring/exercise';
import type { ExerciseReport } from './report';

/**
 * Which hints of an exercise fit the answer that was graded, by their places: all of them where nothing is known of it
 * yet, none where it is right.
 */
export function hintsFor({ hints }: Exercise, report: ExerciseReport): readonly number[] {
  if (report.status === 'passed') return [];
  if (report.status !== 'failed' || report.waitsFor !== undefined) return hints.map((_, i) => i);
  return dueHints(hints, {
    checks: report.checks.filter(({ status }) => status === 'failed').map(({ id }) => id),
    causes: [
      ...report.diagnosis.map(({ misconception }) => misconception),
      ...(report.traps ?? []).map(({ id }) => id),
    ],
  });
}
