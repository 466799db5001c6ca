import fs from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
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

/**
 * The next hint of an exercise: its index, remembered as shown. When all were shown, all of their indices.
 *
 * @param root the workbook's folder
 * @param count how many hints there are
 */
export function nextHint(root: string, exercise: string, count: number): { shown: readonly number[]; fresh: boolean } {
  const file = path.join(progressFolder(root), 'hints.json');
  const before = readShown(file);
  const next = before[exercise] ?? 0;
  if (next >= count)
    return {
      shown: Array.from({ length: count }, (_, index) => index),
      fresh: false,
    };
  writeFileAtomic.sync(file, `${JSON.stringify({ ...before, [exercise]: next + 1 }, null, 2)}\n`);
  return { shown: [next], fresh: true };
}
