import type { CheckReport, ExerciseReport, Report } from '../../grading/report';
import { cutText } from '../../text/cutText';
import { checkWords } from '../text/checkText';

const MAX_MESSAGE = 65_535;
const MAX_OUTPUT = 500;
const MAX_BYTES = 500_000;

/** Exercism's `results.json`, version 3: a check is a test, an exercise a task. At most 500 KB. */
export function exercism(report: Report): string {
  // Messages are what grows: they are cut further only when the whole would be too long.
  for (let limit = MAX_MESSAGE; ; limit = Math.ceil(limit / 4)) {
    const text = `${JSON.stringify(results(report, limit), null, 2)}\n`;
    if (Buffer.byteLength(text) <= MAX_BYTES || limit <= 64) return text;
  }
}

function results(report: Report, limit: number) {
  const tests = report.exercises.flatMap((exercise, i) =>
    exercise.checks.map((check, j) => test(report, exercise, check, i + 1, j === 0, limit)),
  );
  const passed = tests.length > 0 && tests.every(({ status }) => status === 'pass');
  if (passed) return { version: 3, status: 'pass', message: null, tests };
  const problem = nothingRan(report);
  return problem === null
    ? { version: 3, status: 'fail', message: null, tests }
    : { version: 3, status: 'error', message: cutText(problem, limit), tests };
}

function test(
  { seed }: Report,
  exercise: ExerciseReport,
  check: CheckReport,
  task: number,
  isFirst: boolean,
  limit: number,
) {
  const passed = check.status === 'passed';
  return {
    name: `${exercise.name}: ${check.title}`,
    status: passed ? 'pass' : check.status === 'skipped' && exercise.status === 'error' ? 'error' : 'fail',
    message: passed ? null : cutText(checkWords(exercise, check, seed), limit),
    // What was printed belongs to the exercise; it is shown once.
    output: isFirst && exercise.console !== '' ? cutText(exercise.console, MAX_OUTPUT) : null,
    test_code: check.example === null ? check.title : `${check.title} (case "${check.example.case}", seed ${seed})`,
    task_id: task,
  };
}

/** Why no check could be judged; null when some were, or when nothing is written yet. */
function nothingRan({ exercises }: Report): string | null {
  const judged = exercises.some(({ checks }) => checks.some(({ status }) => status !== 'skipped'));
  if (judged) return null;
  const error = exercises.find((exercise) => exercise.error !== null)?.error;
  if (error !== null && error !== undefined)
    return `${error.file}${error.line === null ? '' : `:${error.line}`} ${error.message}`;
  return exercises.some(({ checks }) => checks.length > 0) ? null : 'There was nothing to grade.';
}
