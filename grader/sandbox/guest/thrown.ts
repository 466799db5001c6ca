import { cut } from '../protocol/describe';
import type { Thrown } from '../protocol/messages';

const ErrorClass = Error;
const toText = String;

/** What was thrown, read with care: `message` and `stack` may be getters that throw. */
export function describeThrown(error: unknown): Thrown {
  let message: string | null = null;
  let stack = '';
  let isError = false;
  try {
    isError = error instanceof ErrorClass;
    if (isError) {
      const read = error as Error;
      message = cut(toText(read.message));
      if (read.name !== 'Error') message = cut(`${toText(read.name)}: ${message}`);
      stack = cut(toText(read.stack));
    } else message = cut(toText(error));
  } catch {
    // Keep what could be read.
  }
  return { __proto__: null, message, isError, stack } as Thrown;
}
