import path from 'node:path';
import { MAX_SOURCE_BYTES } from '../../sandbox/protocol/limits';
import type { ExerciseFolder, Place } from '../../submission/find';
import { readPlainFile } from '../../submission/plainFile';

/** Exercise files that lie in several folders, none of them twice: a folder, or zip, for each exercise, say. */

/**
 * The folders that a submission's exercise files lie in, when there are several and these belong together: no exercise is in
 * two of them, and no other file of one name has two contents. Else only the one that counts.
 *
 * @param exercises names of the workbook's exercises
 */
export function partsOf(
  found: ExerciseFolder,
  places: readonly Place[],
  exercises: readonly string[],
): readonly Place[] {
  const parts = places.filter(
    ({ below }) => below === found.below || found.others.some((other) => other.below === below),
  );
  const wanted = new Set(exercises.map((name) => `${name}.ts`));
  const seen = new Map<string, string>();
  for (const { folder, files } of parts)
    for (const file of files.filter((name) => /\.[jt]s$/.test(name))) {
      const other = seen.get(file);
      if (other !== undefined && (wanted.has(file) || !isSame(path.join(folder, file), other))) return [found];
      seen.set(file, path.join(folder, file));
    }
  return parts;
}

function isSame(one: string, other: string): boolean {
  const [first, second] = [one, other].map((file) => readPlainFile(file, MAX_SOURCE_BYTES));
  return Buffer.isBuffer(first) && Buffer.isBuffer(second) && first.equals(second);
}

/** What the paths of some folders have in common. */
export function commonFolder(parts: readonly Pick<Place, 'below'>[]): string {
  const [first, ...others] = parts.map(({ below }) => below.split('/'));
  const same = first.findIndex((name, i) => others.some((other) => other[i] !== name));
  return first.slice(0, same === -1 ? first.length : same).join('/');
}
