import path from 'node:path';
import { UserError } from '../../errors';
import type { Place } from '../../submission/find';
import type { Source } from './sources';

/** A day without a time ends at midnight. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?$/;

/**
 * When submissions are due, as a person typed it, in ms since 1970. Without a zone, it is this machine's time.
 *
 * @throws UserError when it is no such time
 */
export function parseDue(typed: string): number {
  const text = DAY.test(typed) ? `${typed}T23:59:59` : typed.replace(' ', 'T');
  const time = DAY.test(typed) || MOMENT.test(typed) ? new Date(text).getTime() : Number.NaN;
  if (Number.isNaN(time))
    throw new UserError(`--due: "${typed}" is no date; write 2026-11-20, or 2026-11-20T18:00 for a time of that day.`);
  return time;
}

/**
 * Whether a submission came late: as the platform says; else by when it was handed in, or by the newest of the times that
 * a zip gives to its exercise files. Null when nothing tells.
 */
export function isLate(
  { isLate: said, submitted }: Source,
  { folder, files }: Pick<Place, 'folder' | 'files'>,
  timeOf: (file: string) => number | undefined,
  { due, graded }: { readonly due: number | null; readonly graded: readonly string[] },
): boolean | null {
  if (said !== null) return said;
  if (due === null) return null;
  if (submitted !== null) return submitted > due;
  const wanted = new Set(graded.map((name) => `${name}.ts`));
  const times = files.filter((file) => wanted.has(file)).flatMap((file) => timeOf(path.join(folder, file)) ?? []);
  return times.length === 0 ? null : Math.max(...times) > due;
}
