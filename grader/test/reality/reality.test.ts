import { afterAll, describe, expect, test } from 'vitest';
import { lostChecks } from '../support/temporarySubmissions';
import { WarmGrader } from '../support/warmGrader';
import { assess, screenOf, stepIn } from './feedback';
import mistakes from './mistakes.json';
import { publishedAnswers } from './publishedAnswers';

/**
 * The wrong answers must lose points, on any seed, and be led to their mistake; the right ones must hear nothing. A first
 * wrong step must be on a line of the mistake: no word is better than a wrong one.
 */

/** The lines of each wrong answer on which its mistake is made or first shows, found by reading it. */
const MISTAKES: Readonly<Record<string, readonly number[]>> = mistakes;

const ANSWERS = publishedAnswers();
const SEEDS = ['workbook', 'a'];

const grader = new WarmGrader();
/** The answers of which it is. */
const told = new Set<string>();
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
      if (!isDefault) return;
      const isTold = answer.must === 'full' || answer.says !== null;
      if (isTold) expect(assess(answer, report).led, screenOf(report).join('\n')).toBe(true);
      if (report.wrongStep == null) return;
      expect(MISTAKES[answer.id], stepIn(report)).toContain(report.wrongStep.line);
      told.add(answer.id);
    },
  );
});

test('the first wrong step is told of two in five wrong answers', () => {
  expect(told.size).toBeGreaterThan(ANSWERS.filter(({ must }) => must === 'less').length * 0.4);
});
