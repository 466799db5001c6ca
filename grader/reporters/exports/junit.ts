import { create } from 'xmlbuilder2';
import type { CheckReport, ExerciseReport, Report } from '../../grading/report';
import { checkWords } from '../text/checkText';

/** What cannot be written in XML 1.0, which includes lone halves of a surrogate pair. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

type Element = ReturnType<typeof create>;

/**
 * JUnit XML: an exercise is a suite, a check a case. What was not started is skipped; what could not be graded is an
 * error. The report holds no times, so all times are 0.
 */
export function junit(report: Report): string {
  const document = create({ version: '1.0', encoding: 'UTF-8' });
  const root = document.ele('testsuites', { name: 'forward-pass', ...counts(report.exercises) });
  for (const exercise of report.exercises) addSuite(root, exercise, report.seed);
  return `${document.end({ prettyPrint: true })}\n`;
}

type Result = 'passed' | 'failure' | 'error' | 'skipped';

function resultOf({ status }: ExerciseReport, check: CheckReport): Result {
  if (check.status === 'passed') return 'passed';
  if (check.status === 'failed') return 'failure';
  return status === 'error' ? 'error' : 'skipped';
}

function counts(exercises: readonly ExerciseReport[]): Record<string, string> {
  const results = exercises.flatMap((exercise) => exercise.checks.map((check) => resultOf(exercise, check)));
  const count = (wanted: Result) => String(results.filter((result) => result === wanted).length);
  return {
    tests: String(results.length),
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
    time: '0',
  };
}

function addSuite(root: Element, exercise: ExerciseReport, seed: string): void {
  const suite = root.ele('testsuite', {
    name: exercise.name,
    ...counts([exercise]),
    file: allowed(exercise.file),
  });
  for (const check of exercise.checks) addCase(suite, exercise, check, seed);
  if (exercise.console !== '') suite.ele('system-out').txt(allowed(exercise.console));
}

function addCase(suite: Element, exercise: ExerciseReport, check: CheckReport, seed: string): void {
  const place = check.place ?? exercise.place;
  const line = exercise.error?.line ?? place?.line;
  const testCase = suite.ele('testcase', {
    name: check.title,
    classname: exercise.name,
    time: '0',
    file: allowed(exercise.error?.file ?? place?.file ?? exercise.file),
    ...(line === undefined || line === null ? {} : { line: String(line) }),
  });
  const result = resultOf(exercise, check);
  const message = allowed(check.message);
  if (result === 'skipped') testCase.ele('skipped', { message });
  if (result === 'error') testCase.ele('error', { message, type: exercise.error?.kind ?? 'error' });
  if (result === 'failure')
    testCase.ele('failure', { message, type: check.id }).txt(allowed(checkWords(exercise, check, seed)));
}

function allowed(text: string): string {
  return text.replace(FORBIDDEN, '');
}
