import { systemWords, UserError } from '../../errors';
import { sanitizeLine } from '../../text/sanitize';

/** The error of a file of the output folder that cannot be written; everything counted before it is kept. */
export function notWritable(file: string, error: unknown): UserError {
  return new UserError(
    `${sanitizeLine(file)} cannot be written: ${systemWords(error)}. What was graded so far is kept; fix this and run the same command again.`,
    { cause: error },
  );
}

/** What keeps every other file from being written, too. */
export const CONCERNS_ALL: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO']);

/** Whether an error is about one file alone that cannot be written. */
export function concernsOneFile(error: unknown): error is UserError {
  if (!(error instanceof UserError) || !(error.cause instanceof Error)) return false;
  return !CONCERNS_ALL.has((error.cause as NodeJS.ErrnoException).code);
}
