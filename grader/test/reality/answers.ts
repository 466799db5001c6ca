import fs from 'node:fs';
import path from 'node:path';

/**
 * Answers that people really published, rewritten for the workbook. The wrong ones must lose points and the right ones
 * none; other exercises' answers beside them are the model answers.
 */
export interface PublishedAnswer {
  readonly id: string;
  readonly exercise: string;
  readonly must: 'less' | 'full';
  /** The source of each file by exercise. */
  readonly files: Readonly<Record<string, string>>;
}

export const PUBLISHED_ANSWERS: readonly PublishedAnswer[] = JSON.parse(
  fs.readFileSync(path.join(__dirname, 'answers.json'), 'utf8'),
);
