import type { Report } from '../../grading/report';
import { cutText } from '../../text/cutText';
import { checkWords, scoreWords } from '../text/checkText';

/** Gradescope gives no limit; nobody reads more of one check. */
const MAX_OUTPUT = 10_000;

/** Gradescope's `results.json`: a check is a test, numbered by exercise. */
export function gradescope(report: Report): string {
  const tests = report.exercises.flatMap((exercise, i) =>
    exercise.checks.map((check, j) => ({
      name: `${exercise.name}: ${check.title}`,
      number: `${i + 1}.${j + 1}`,
      score: check.score,
      max_score: check.points,
      status: check.status === 'passed' ? 'passed' : 'failed',
      output: cutText(checkWords(exercise, check, report.seed), MAX_OUTPUT),
      output_format: 'text',
      tags: [exercise.name, check.id],
      visibility: 'visible',
    })),
  );
  const results = {
    score: report.score,
    output: `${scoreWords(report)}.`,
    output_format: 'text',
    visibility: 'visible',
    stdout_visibility: 'hidden',
    extra_data: { schema: report.schema, seed: report.seed, max_score: report.maxScore },
    tests,
  };
  return `${JSON.stringify(results, null, 2)}\n`;
}
