import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../../errors';
import { makeFolder, writeWhole } from '../files';
import { progressFolder } from '../paths';

/** How many hints of each exercise were shown, remembered in `.progress/hints.json`. */
function readShown(file: string): Record<string, number> {
  try {
    const data: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
    return typeof data === 'object' && data !== null
      ? Object.fromEntries(Object.entries(data).filter(([, n]) => Number.isInteger(n)))
      : {};
  } catch {
    // Missing or damaged: nothing is lost but the place in the hints.
    return {};
  }
}

/** Hints to show: their indices. */
export interface NextHint {
  readonly shown: readonly number[];
  /** Whether there was another; otherwise all are shown again. */
  readonly fresh: boolean;
  /** Why it will be the next one again; null when it is remembered as shown. */
  readonly forgotten: string | null;
}

/**
 * The next hint of an exercise, remembered as shown. When all were shown, all of them.
 *
 * @param root the workbook's folder
 * @param count how many hints there are
 */
export async function nextHint(root: string, exercise: string, count: number): Promise<NextHint> {
  const file = path.join(progressFolder(root), 'hints.json');
  const before = readShown(file);
  const next = before[exercise] ?? 0;
  if (next >= count) return { shown: Array.from({ length: count }, (_, i) => i), fresh: false, forgotten: null };
  const forgotten = await remember(file, { ...before, [exercise]: next + 1 });
  return { shown: [next], fresh: true, forgotten };
}

/** Writes `shown`; returns why that cannot be done, or null. */
async function remember(file: string, shown: Readonly<Record<string, number>>): Promise<string | null> {
  try {
    await makeFolder(path.dirname(file));
    await writeWhole(file, `${JSON.stringify(shown, null, 2)}\n`);
    return null;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.message;
  }
}
