import { afterAll, describe, expect, test } from 'vitest';
import { lostChecks } from '../support/temporarySubmissions';
import { WarmGrader } from '../support/warmGrader';
import { assess, screenOf } from './feedback';
import { publishedAnswers } from './publishedAnswers';

/** The wrong answers must lose points, on any seed, and be led to their mistake; the right ones must hear nothing. */

const ANSWERS = publishedAnswers();
const SEEDS = ['workbook', 'a', 'b'];

const grader = new WarmGrader();
afterAll(() => grader.close());

describe.each(SEEDS)('on seed %s', (seed) => {
  test.each(ANSWERS.map((answer) => [answer.id, answer.must, answer] as const))(
    '%s earns %s',
    async (_, must, answer) => {
      const files = Object.fromEntries(Object.entries(answer.files).map(([name, source]) => [`${name}.ts`, source]));
      // Feedback is looked at on the default seed, as learners are.
      const isDefault = seed === SEEDS[0];
      const report = await grader.report(answer.exercise, files, { seed, brief: !isDefault });
      if (must === 'full') expect(lostChecks(report)).toEqual([]);
      else expect(report.score).toBeLessThan(report.maxScore);
      const isTold = answer.must === 'full' || answer.says !== null;
      if (isDefault && isTold) expect(assess(answer, report).led, screenOf(report).join('\n')).toBe(true);
    },
  );
});
