import fs from 'node:fs';
import path from 'node:path';

/**
 * Answers that people really published, rewritten for the workbook. The wrong ones must lose points, and be led to their
 * mistake; the right ones must lose none, and be left in peace. Other exercises' answers beside them are the model answers.
 */
export interface PublishedAnswer {
  readonly id: string;
  readonly exercise: string;
  readonly must: 'less' | 'full';
  /** What of the feedback leads to the mistake, as a regular expression; null for a right answer, and while nothing does. */
  readonly says: string | null;
  /** The line of the mistake, where the first wrong step leads to it as well. */
  readonly line?: number;
  /** Where the answer, or the habit in it, was found. */
  readonly source?: string;
  /** The source of each file by exercise. */
  readonly files: Readonly<Record<string, string>>;
}

const read = (file: string) => fs.readFileSync(path.join(__dirname, file), 'utf8');

/** Those of `answers.json`, and those of `more.json` and `found.json`, whose sources lie in `submissions/`. */
export function publishedAnswers(): readonly PublishedAnswer[] {
  const first: readonly PublishedAnswer[] = JSON.parse(read('answers.json'));
  const further: readonly Omit<PublishedAnswer, 'files'>[] = ['more.json', 'found.json'].flatMap((file) =>
    JSON.parse(read(file)),
  );
  return [
    ...first,
    ...further.map((answer) => ({ ...answer, files: { [answer.exercise]: read(`submissions/${answer.id}.ts`) } })),
  ];
}
