import { InvalidArgumentError, Option } from 'commander';

/** Options that several commands share, each declared once, and what their values may be. */

/** The values of the shared options; a command picks those that it takes. */
export interface SharedOptions {
  readonly workbook?: string;
  readonly chapter?: string;
  readonly submission?: string;
  readonly output?: string;
  readonly seed: string;
  readonly timeLimit: number;
  readonly brief?: boolean;
}

/** An hour is more than anybody waits for one call; a timer of Node holds 24.8 days. */
const MAX_TIME_LIMIT = 3_600_000;

/** Reads a whole number from `least` to `most`; `what` names it in the sentence for any other text. */
export function wholeNumber(least: number, most: number, what = 'a whole number'): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Give ${what} from ${least} to ${most}.`);
  };
}

export const workbookOption = new Option('--workbook <dir>', 'a workbook of your own, with the folders of this one');
export const chapterOption = new Option('--chapter <id>', 'only the exercises of one chapter');
export const submissionOption = new Option('--submission <dir>', 'another folder of exercise files');
export const seedOption = new Option('--seed <seed>', 'seed of the random cases').default('workbook');
export const timeLimitOption = new Option('--time-limit <ms>', 'wall-clock limit of one call')
  .argParser(wholeNumber(1, MAX_TIME_LIMIT, 'whole milliseconds'))
  .default(2000);
export const briefOption = new Option(
  '--brief',
  'verdicts alone: do not search for the smallest input that goes wrong',
);
