import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { convert } from 'xmlbuilder2';
import type { Report } from '../../grading/report';
import { runCli } from '../../test/support/commandLine';
import { gradeFiles, submissionOf } from '../../test/support/temporarySubmissions';
import { cutText } from '../../text/cutText';
import { classroom50 } from './classroom50';
import { exercism } from './exercism';
import { gradescope } from './gradescope';
import { junit } from './junit';
import { classroom50Schema, exercismSchema, gradescopeSchema } from './schemas';

/** One exercise of each kind: wrong with something printed, in error, not started, right. */
const mixed = gradeFiles({
  'relu.ts':
    'export const relu = (Z: number[][]) => { console.log("<b>\\u0000 & ]]> \\ud800" + "x".repeat(3000)); return Z; };',
  'softmax.ts': 'export const softmax = (Z: number[][] => Z;',
  'forwardMlp.ts': "export function forwardMlp() { throw new Error('TODO: write forwardMlp'); }",
});
const NOW = new Date('2026-03-01T12:34:56.789Z');

/** The report with every text as long and as odd as a learner could make it. */
function stuffed(report: Report, length: number): Report {
  const text = '\u0000\u000b\ud800<&>"]]>\ufffe😀'.repeat(Math.ceil(length / 16));
  return {
    ...report,
    exercises: report.exercises.map((exercise) => ({
      ...exercise,
      console: text,
      error: exercise.error === null ? null : { ...exercise.error, message: text },
      checks: exercise.checks.map((check) => ({ ...check, message: text })),
    })),
  };
}

interface XmlElement {
  readonly [key: string]: unknown;
}

/** The children called `name`, one or many. */
function children(element: XmlElement, name: string): readonly XmlElement[] {
  const found = element[name] as XmlElement | readonly XmlElement[] | undefined;
  return [found ?? []].flat();
}

describe('junit', () => {
  const parse = (text: string) => (convert(text, { format: 'object' }) as { testsuites: XmlElement }).testsuites;

  test('has a suite for each exercise and a case for each check, with counts that add up', async () => {
    const suites = parse(junit(await mixed));
    expect(children(suites, 'testsuite').map((suite) => suite['@name'])).toEqual([
      'relu',
      'softmax',
      'forwardMlp',
      'crossEntropy',
    ]);
    for (const suite of [...children(suites, 'testsuite')]) {
      const cases = children(suite, 'testcase');
      expect(cases).toHaveLength(Number(suite['@tests']));
      expect(cases.filter((one) => 'failure' in one)).toHaveLength(Number(suite['@failures']));
      expect(cases.filter((one) => 'error' in one)).toHaveLength(Number(suite['@errors']));
      expect(cases.filter((one) => 'skipped' in one)).toHaveLength(Number(suite['@skipped']));
      for (const one of cases) expect(one).toMatchObject({ '@classname': suite['@name'], '@time': '0' });
    }
    const sum = (name: string) =>
      children(suites, 'testsuite').reduce((total, suite) => total + Number(suite[name]), 0);
    for (const name of ['@tests', '@failures', '@errors', '@skipped']) expect(Number(suites[name])).toBe(sum(name));
    expect(Number(suites['@errors'])).toBeGreaterThan(0);
    expect(Number(suites['@skipped'])).toBeGreaterThan(0);
  });

  test('survives what XML forbids', async () => {
    const text = junit(stuffed(await mixed, 1000));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not be there
    expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/);
    expect(parse(text)).toBeDefined();
    expect(text).toContain('😀');
  });
});

test('gradescope keeps to its schema, and its scores are the report’s', async () => {
  const report = await mixed;
  const results = v.parse(gradescopeSchema, JSON.parse(gradescope(stuffed(report, 50_000))));
  expect(results.score).toBe(report.score);
  expect(results.tests.reduce((sum, { score }) => sum + score, 0)).toBe(report.score);
  expect(results.tests.reduce((sum, one) => sum + one.max_score, 0)).toBe(report.maxScore);
  expect(Math.max(...results.tests.map(({ output }) => output.length))).toBeLessThanOrEqual(10_000);
});

describe('classroom50', () => {
  test('keeps to its schema, with the values of the environment', async () => {
    const environment = {
      CLASSROOM: 'ml',
      ASSIGNMENT: 'forward',
      SUBMISSION_TAG: 'v1',
      COMMIT_URL: 'https://c',
      RELEASE_URL: 'https://r',
    };
    const result = v.parse(classroom50Schema, JSON.parse(classroom50(await mixed, environment, NOW)));
    expect(result).toMatchObject({
      classroom: 'ml',
      assignment: 'forward',
      submission: 'v1',
      commit: 'https://c',
      release: 'https://r',
      review: 'https://c',
      datetime: '2026-03-01T12:34:56Z',
      'max-score': 100,
    });
  });

  test('scales fractional points to whole numbers', async () => {
    const report = await mixed;
    const halves: Report = {
      ...report,
      score: report.score / 4,
      maxScore: 25,
      exercises: report.exercises.map((exercise) => ({
        ...exercise,
        checks: exercise.checks.map((check) => ({ ...check, points: check.points / 4, score: check.score / 4 })),
      })),
    };
    const result = v.parse(classroom50Schema, JSON.parse(classroom50(halves, {}, NOW)));
    expect(result['max-score']).toBe(2500);
    expect(result.tests.reduce((sum, one) => sum + one['max-score'], 0)).toBe(2500);
  });
});

describe('exercism', () => {
  test('keeps to its schema and to 500 KB, whatever a learner prints', async () => {
    const text = exercism(stuffed(await mixed, 100_000));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(500_000);
    expect(v.parse(exercismSchema, JSON.parse(text))).toMatchObject({ status: 'fail' });
  });

  test('is green only when every check passed, and an error when none could be judged', async () => {
    expect(v.parse(exercismSchema, JSON.parse(exercism(await gradeFiles({})))).status).toBe('pass');
    const broken = await gradeFiles({ 'relu.ts': 'export const = 1;' }, { exercises: ['relu'] });
    const result = v.parse(exercismSchema, JSON.parse(exercism(broken)));
    expect(result.status).toBe('error');
    expect(result.message).toMatch(/^exercises\/relu\.ts:1 /);
    const empty = v.parse(exercismSchema, JSON.parse(exercism({ ...broken, exercises: [] })));
    expect(empty.status).toBe('error');
  });
});

test('no character is cut in two', () => {
  expect(cutText('ab😀cd', 4)).toBe('ab…');
  expect(cutText('abcd', 4)).toBe('abcd');
});

test.each([
  ['junit', 1],
  ['gradescope', 1],
  ['classroom50', 0],
  ['exercism', 0],
])('grade --reporter %s ends with status %i when points are missing', async (reporter, expected) => {
  const folder = submissionOf({ 'relu.ts': 'export const relu = (Z: number[][]) => Z;' });
  const { status, stderr } = await runCli(['grade', 'relu', '--submission', folder, '--reporter', reporter]);
  expect(stderr).toBe('');
  expect(status).toBe(expected);
});
