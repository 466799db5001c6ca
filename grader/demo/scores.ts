import { grade } from '../grading/gradeSubmission';
import { formatList } from '../text/lists';
import type { Workbook } from '../workbook/workbook';

/** What the functions earn that the network runs on: digits are read well by some that are not right. */
export interface Score {
  readonly name: string;
  readonly score: number;
  readonly maxScore: number;
}

/** Seed and limit of what `npm run grade` does without options. */
const GRADING = { seed: 'workbook', timeLimit: 2000 };

/** The scores of the exercises called `names`, of the learner's in `folder`. */
export async function scoresOf(
  workbook: Workbook,
  folder: string,
  shownFolder: string,
  names: readonly string[],
): Promise<readonly Score[]> {
  const exercises = workbook.exercises.filter(({ name }) => names.includes(name));
  return (await grade({ workbook, folder, shownFolder, exercises, ...GRADING, brief: true })).exercises;
}

/** `relu (10 of 10 points), softmax (24 of 30)`. */
export function scoreList(scores: readonly Score[]): string {
  return scores
    .map(({ name, score, maxScore }, i) => `${name} (${score} of ${maxScore}${i === 0 ? ' points' : ''})`)
    .join(', ');
}

/** That well-read digits prove nothing where points are missing; null where none are. */
export function noProofSentence(scores: readonly Score[]): string | null {
  const short = scores.filter(({ score, maxScore }) => score < maxScore).map(({ name }) => name);
  if (short.length === 0) return null;
  const have = short.length === 1 ? 'does not have all its' : 'do not have all their';
  return `Whatever it reads, ${formatList(short)} ${have} points yet: npm run grade says what is missing.`;
}
