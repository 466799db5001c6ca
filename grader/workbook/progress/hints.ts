import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../../errors';
import { makeFolder, writeWhole } from '../files';
import { progressFolder } from '../paths';

/** Which hints of each exercise were shown, remembered in `.progress/hints.json`. */
type Shown = Readonly<Record<string, readonly number[]>>;

function readShown(file: string): Shown {
  try {
    const data: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
    if (typeof data !== 'object' || data === null) return {};
    return Object.fromEntries(Object.entries(data).map(([name, shown]) => [name, indices(shown)]));
  } catch {
    // Missing or damaged: nothing is lost but the place in the hints.
    return {};
  }
}

/** Earlier versions remembered how many were shown, beginning with the first. */
function indices(shown: unknown): readonly number[] {
  if (Array.isArray(shown)) return shown.filter(Number.isInteger);
  return Number.isInteger(shown) ? Array.from({ length: shown as number }, (_, i) => i) : [];
}

/** Hints to show: their indices. */
export interface NextHint {
  readonly shown: readonly number[];
  /** Whether there was another; otherwise all that are due are shown again. */
  readonly fresh: boolean;
  /** Whether there will be another. */
  readonly more: boolean;
  /** Why it will be the next one again; null when it is remembered as shown. */
  readonly forgotten: string | null;
}

/**
 * The next hint of an exercise, remembered as shown. When all that are due were shown, all of these.
 *
 * @param root the workbook's folder
 * @param due which of the exercise's hints fit the attempt
 */
export async function nextHint(root: string, exercise: string, due: readonly number[]): Promise<NextHint> {
  const file = path.join(progressFolder(root), 'hints.json');
  const before = readShown(file);
  const known = before[exercise] ?? [];
  const [next, ...later] = due.filter((hint) => !known.includes(hint));
  if (next === undefined) return { shown: due, fresh: false, more: false, forgotten: null };
  const forgotten = await remember(file, { ...before, [exercise]: [...known, next].sort((a, b) => a - b) });
  return { shown: [next], fresh: true, more: later.length > 0, forgotten };
}

/** Writes `shown`; returns why that cannot be done, or null. */
async function remember(file: string, shown: Shown): Promise<string | null> {
  try {
    await makeFolder(path.dirname(file));
    await writeWhole(file, `${JSON.stringify(shown, null, 2)}\n`);
    return null;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.message;
  }
}
