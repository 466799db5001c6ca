import { describe, expect, test } from 'vitest';
import { gradeFiles, lostChecks } from '../support/temporarySubmissions';
import { PUBLISHED_ANSWERS } from './answers';

const SEEDS = ['workbook', 'a', 'b'];

describe.each(SEEDS)('on seed %s', (seed) => {
  test.each(PUBLISHED_ANSWERS.map((answer) => [answer.id, answer.must, answer] as const))(
    '%s earns %s',
    async (_, must, { exercise, files }) => {
      const sources = Object.fromEntries(Object.entries(files).map(([name, source]) => [`${name}.ts`, source]));
      const { exercises } = await gradeFiles(sources, { exercises: [exercise], seed });
      const [report] = exercises;
      expect(report.error).toBeNull();
      if (must === 'full') expect(lostChecks(report)).toEqual([]);
      else expect(report.score).toBeLessThan(report.maxScore);
    },
  );
});
