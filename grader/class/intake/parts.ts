import { createHash } from 'node:crypto';
import path from 'node:path';
import { MAX_SOURCE_BYTES } from '../../sandbox/protocol/limits';
import { chooseExerciseFolder, type ExerciseFolder, type Place, placesIn } from '../../submission/find';
import { readPlainFile } from '../../submission/plainFile';
import { copySources } from './renamed';

/** Exercise files that lie in several folders: copies, or a folder, or zip, for each exercise. */

const SOURCE = /\.[jt]s$/;

/** The folders without those whose sources are the same as those of one before: a zip beside the files that are in it, say. */
export function distinct(places: readonly Place[], exercises: readonly string[]): readonly Place[] {
  const wanted = new Set(exercises.map((name) => `${name}.ts`));
  const seen = new Set<string>();
  return places.filter(({ folder, files }) => {
    if (!files.some((file) => wanted.has(file))) return true;
    const hash = createHash('sha256');
    for (const file of files.filter((name) => SOURCE.test(name))) {
      const content = readPlainFile(path.join(folder, file), MAX_SOURCE_BYTES);
      hash.update(JSON.stringify([file, Buffer.isBuffer(content) ? content.toString('base64') : folder]));
    }
    const same = hash.digest('hex');
    const isNew = !seen.has(same);
    seen.add(same);
    return isNew;
  });
}

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
    for (const file of files.filter((name) => SOURCE.test(name))) {
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
function commonFolder(parts: readonly Pick<Place, 'below'>[]): string {
  const [first, ...others] = parts.map(({ below }) => below.split('/'));
  const same = first.findIndex((name, i) => others.some((other) => other[i] !== name));
  return first.slice(0, same === -1 ? first.length : same).join('/');
}

/** The text of a file of `part`, with imports from the other parts as they are when all lie in one folder. */
function relinked(text: string, part: Pick<Place, 'below'>, parts: readonly Pick<Place, 'below'>[]): string {
  const folders = new Set(parts.map(({ below }) => below));
  return text.replace(/((?:from|import)\s*\(?\s*)(['"])(\.{1,2}\/[^'"\n]+)\2/g, (whole, before, quote, target) => {
    const folder = path.posix.dirname(path.posix.join(part.below, target));
    const isOther = folder !== (part.below || '.') && folders.has(folder === '.' ? '' : folder);
    return isOther ? `${before}${quote}./${path.posix.basename(target)}${quote}` : whole;
  });
}

/** Folders whose exercise files belong together, in one. */
export function joined(parts: readonly Place[], into: string, exercises: readonly string[]): ExerciseFolder {
  for (const part of parts) copySources(part.folder, into, (text) => relinked(text, part, parts));
  const { count, files } = chooseExerciseFolder(placesIn(into), exercises);
  return { folder: into, below: commonFolder(parts), files, count, others: [], because: null };
}
