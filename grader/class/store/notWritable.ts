import { systemWords, UserError } from '../../errors';
import { sanitizeLine } from '../../text/sanitize';

/** The error of a file of the output folder that cannot be written; everything counted before it is kept. */
export function notWritable(file: string, error: unknown): UserError {
  return new UserError(
    `${sanitizeLine(file)} cannot be written: ${systemWords(error)}. What was graded so far is kept; fix this and run the same command again.`,
  );
}
