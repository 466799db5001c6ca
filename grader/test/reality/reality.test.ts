import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { gradeFiles, lostChecks } from '../support/temporarySubmissions';

/**
 * Answers that people really published, rewritten for the workbook. The wrong ones must lose points and the right ones
 * none; other exercises' answers beside them are the model answers.
 */
interface PublishedAnswer {
  readonly id: string;
  readonly exercise: string;
  readonly must: 'less' | 'full';
  /** The source of each file by exercise. */
  readonly files: Readonly<Record<string, string>>;
}

const ANSWERS: readonly PublishedAnswer[] = JSON.parse(fs.readFileSync(path.join(__dirname, 'answers.json'), 'utf8'));

const SEEDS = ['workbook', 'a', 'b'];

describe.each(SEEDS)('on seed %s', (seed) => {
  test.each(ANSWERS.map((answer) => [answer.id, answer.must, answer] as const))(
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
