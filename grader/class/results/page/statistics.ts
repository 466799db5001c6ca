import { sampleCorrelation } from 'simple-statistics';
import type { Exercise } from '../../../authoring/exercise';
import { countByBin } from '../../../text/countByBin';
import type { ExerciseResult, Result } from '../../store/journalLine';

const BINS = 10;

/**
 * Of fewer students a discrimination is mostly chance: its standard error is about 1/√(n - 1). "A minimum of 100-200
 * respondents is often cited" for item analysis (Assessment Basics, open.byu.edu/Assessment_Basics).
 */
export const MIN_STUDENTS = 100;
/** Where a smaller share passed, or failed, these few decide it. */
export const MIN_SHARE = 0.1;

/** How a class did on one check. */
export interface CheckStatistics {
  readonly exercise: string;
  readonly id: string;
  readonly title: string;
  readonly points: number;
  /** Students whose code it judged: neither a stub, nor a missing file, nor one that did not run. */
  readonly judged: number;
  readonly passed: number;
  /** Share of those whose code it judged that passed; null when there are none. */
  readonly passRate: number | null;
  /**
   * Point-biserial correlation of passing with the points on all other checks: near 1, strong students pass it and
   * weak ones do not; below 0, the check itself is doubtful. Null where chance decides it.
   */
  readonly discrimination: number | null;
}

/** Every check, those first that most students got wrong: they need explaining most. */
export function checkStatistics(
  results: readonly Result[],
  exercises: readonly Exercise[],
): readonly CheckStatistics[] {
  const all = exercises.flatMap(({ name, checks }) =>
    checks.map(({ id, title, points }) => {
      const judged = results.flatMap((result) => {
        const one = result.exercises.find((exercise) => exercise.name === name);
        if (one === undefined || one.status === 'not-started' || !wasJudged(one.checks[id])) return [];
        const passed = one.checks[id] === '+';
        return [{ passed, rest: result.score - (passed ? points : 0) }];
      });
      const passed = judged.filter((one) => one.passed).length;
      return {
        exercise: name,
        id,
        title,
        points,
        judged: judged.length,
        passed,
        passRate: judged.length === 0 ? null : passed / judged.length,
        discrimination: tells(judged.length, passed) ? pointBiserial(judged) : null,
      };
    }),
  );
  const wrong = ({ judged, passed }: CheckStatistics) => judged - passed;
  return all.sort((a, b) => wrong(b) - wrong(a) || a.judged - b.judged || b.points - a.points);
}

const wasJudged = (mark: ExerciseResult['checks'][string] | undefined) => mark === '+' || mark === '-';

/** Whether a file was handed in of which an error left nothing to judge. */
export function didNotRun({ status, error, checks }: ExerciseResult): boolean {
  return status === 'error' && error !== 'missing-file' && !Object.values(checks).some(wasJudged);
}

function tells(judged: number, passed: number): boolean {
  return judged >= MIN_STUDENTS && Math.min(passed, judged - passed) >= MIN_SHARE * judged;
}

/** Correlation of passing with the rest of the mark; null when it is not defined. */
export function pointBiserial(students: readonly { readonly passed: boolean; readonly rest: number }[]): number | null {
  if (students.length < 3) return null;
  const passed = students.map((one) => (one.passed ? 1 : 0));
  const rest = students.map((one) => one.rest);
  if (new Set(passed).size < 2 || new Set(rest).size < 2) return null;
  return sampleCorrelation(passed, rest);
}

/** Marks from `low` to `high` points, and how many students have one. */
export interface MarkBin {
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

/**
 * The marks of a class by tenths of the points. Marks are whole numbers, so with fewer than 10 points some tenths hold
 * none.
 */
export function markBins(results: readonly { readonly score: number }[], maxScore: number): readonly MarkBin[] {
  const shares = results.map(({ score }) => score / Math.max(1, maxScore));
  return countByBin(shares, BINS)
    .map((count, i) => ({
      low: Math.ceil((i * maxScore) / BINS),
      high: i === BINS - 1 ? maxScore : Math.ceil(((i + 1) * maxScore) / BINS) - 1,
      count,
    }))
    .filter(({ low, high }) => low <= high);
}
