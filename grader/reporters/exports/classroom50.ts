import type { Report } from '../../grading/report';

/** The variables of a Classroom 50 runner that its `result.json` repeats. */
export type Classroom50Environment = Readonly<Record<string, string | undefined>>;

/** Points are told to a thousandth at most. */
const MAX_SCALE = 1000;

/**
 * Classroom 50's `result.json` (`classroom50/result/v1`). Its scores are whole numbers: fractional points are scaled,
 * all by the same power of ten.
 *
 * @param environment the runner's variables; those that are not set are left empty, so that it can be tried anywhere
 * @param now when grading ended
 */
export function classroom50(report: Report, environment: Classroom50Environment, now: Date): string {
  const value = (name: string) => environment[name] ?? '';
  const scale = scaleOf(report);
  const whole = (points: number) => Math.max(0, Math.round(points * scale));
  const result = {
    schema: 'classroom50/result/v1',
    classroom: value('CLASSROOM'),
    assignment: value('ASSIGNMENT'),
    submission: value('SUBMISSION_TAG'),
    commit: value('COMMIT_URL'),
    release: value('RELEASE_URL'),
    review: value('REVIEW_URL') || value('COMMIT_URL'),
    datetime: now.toISOString().replace(/\.\d+Z$/, 'Z'),
    score: whole(report.score),
    'max-score': whole(report.maxScore),
    tests: report.exercises.flatMap(({ name, checks }) =>
      checks.map(({ title, status, score, points }) => ({
        'test-name': `${name}: ${title}`,
        passed: status === 'passed',
        score: whole(score),
        'max-score': whole(points),
      })),
    ),
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

/** The smallest power of ten that makes all points whole. */
function scaleOf({ exercises }: Report): number {
  const points = exercises.flatMap(({ checks }) => checks.flatMap((check) => [check.points, check.score]));
  const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 1e-9;
  let scale = 1;
  while (scale < MAX_SCALE && !points.every((value) => isWhole(value * scale))) scale *= 10;
  return scale;
}
