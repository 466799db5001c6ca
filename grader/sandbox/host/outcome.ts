import type { SourceMap } from 'node:module';
import { type Place, placeInStack } from '../../submission/positions';
import { sanitize, sanitizeLine } from '../../text/sanitize';
import type { Printed, Thrown } from '../protocol/messages';
import type { Lost } from './guestProcess';
import type { Answer } from './pack';

/** Why a call has no answer: the guest was lost, or the submission has used up its time. */
export type LossReason = Lost['reason'] | 'used-up';

/** What one call of a learner's function came to. */
export type Outcome =
  | {
      readonly kind: 'returned';
      readonly answer: Answer;
      /** The arguments after the call; null when they were not asked for. */
      readonly inputs: readonly Answer[] | null;
    }
  | ({ readonly kind: 'threw' } & ThrownError)
  | { readonly kind: 'lost'; readonly reason: LossReason };

/** Why an exercise file could not be made ready for calls. */
export type LoadProblem =
  | ({ readonly kind: 'syntax' | 'load' } & ThrownError)
  | { readonly kind: 'missing-export'; readonly exports: readonly string[] }
  | { readonly kind: 'lost'; readonly reason: LossReason };

/** What was thrown: its message, and where in the submission. */
export interface ThrownError {
  readonly message: string;
  readonly place: Place | null;
}

/** Finds the source map of a submission's file; null for files that are not the submission's. */
export type SourceMaps = (id: string) => SourceMap | null;

/** What stands in for anything of the learner's that cannot be read. */
const NOT_SHOWN = 'something that cannot be shown';

/** What the guest could read of something thrown, in words. */
export function thrownError({ message, isError, stack }: Thrown, sourceMaps: SourceMaps): ThrownError {
  const note = isError ? '' : ' (thrown without an Error around it)';
  const text = message === null ? NOT_SHOWN : asWritten(message) + note;
  return { message: sanitize(text), place: placeInStack(stack, sourceMaps) };
}

/** An error's message with imported functions called as in the TypeScript: `(0 , softmax_1.softMax)` is `softMax`. */
function asWritten(message: string): string {
  return message.replace(/\(0 ?, (\w{1,60}?)_\d+\.(\w{1,60})\)/g, (_, file: string, name: string) =>
    name === 'default' ? `the default export of ${file}` : name,
  );
}

/** What was printed, as text that is not sanitized yet. */
export function printedText({ lines, more }: Printed): string {
  const text = lines.map((line) => `${line ?? NOT_SHOWN}\n`).join('');
  return more ? `${text}… (the rest of what was printed is not shown)\n` : text;
}

/** A name of the learner's, on one line. */
export function cleanName(name: string): string {
  return sanitizeLine(name.slice(0, 60));
}

/** An answer whose text may be shown. */
export function cleanAnswer(answer: Answer): Answer {
  if (answer.kind === 'other') return 'text' in answer ? { ...answer, text: sanitize(answer.text) } : answer;
  if (answer.kind === 'list') return { kind: 'list', items: answer.items.map(cleanAnswer) };
  if (answer.kind !== 'record') return answer;
  const entries = Object.entries(answer.entries).map(([name, item]) => [cleanName(name), cleanAnswer(item)] as const);
  return { kind: 'record', entries: Object.fromEntries(entries) };
}
