import { UserError } from '../../errors';
import type { Source } from './sources';

/** A day without a time ends at midnight. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?$/;

/**
 * When submissions are due, as a person typed it, in ms since 1970. Without a zone, it is this machine's time.
 *
 * @throws UserError when it is none, or of a day that the month has not
 */
export function parseDue(typed: string): number {
  const text = DAY.test(typed) ? `${typed}T23:59:59` : typed.replace(' ', 'T');
  const isTime = DAY.test(typed) || MOMENT.test(typed);
  // JavaScript takes the 31st of November for the 1st of December.
  const day = new Date(`${typed.slice(0, 10)}T00:00Z`);
  const isDay = isTime && day.getUTCDate() === Number(typed.slice(8, 10));
  const time = isDay ? new Date(text).getTime() : Number.NaN;
  if (Number.isNaN(time))
    throw new UserError(`--due: "${typed}" is no date; write 2026-11-20, or 2026-11-20T18:00 for a time of that day.`);
  return time;
}

/**
 * Whether a submission came late: as the platform says; else by when it was handed in, or by the newest of the times that
 * a zip gives to its files. Null when nothing tells.
 */
export function isLate(
  { isLate: said, submitted }: Source,
  times: readonly number[],
  due: number | null,
): boolean | null {
  if (said !== null) return said;
  const newest = submitted ?? (times.length === 0 ? null : Math.max(...times));
  return due === null || newest === null ? null : newest > due;
}
