import path from 'node:path';
import { MAX_SOURCE_BYTES } from '../../sandbox/protocol/limits';
import { chooseExerciseFolder, type ExerciseFolder, type Place, placesIn } from '../../submission/find';
import { readPlainFile } from '../../submission/plainFile';
import { copySources } from './renamed';

/** Exercise files that lie in several folders: copies, or a folder, or zip, for each exercise. */

/** The folder that counts, and the ones whose exercise files are graded with it. */
export interface Settled {
  readonly place: ExerciseFolder;
  /** Several only where they were put together. */
  readonly parts: readonly Place[];
}

/**
 * What counts of a submission with exercise files in several folders. One all of whose files are in another, such as a zip beside the
 * files that are in it, is no other. Where no file of one name has two contents, the folders belong together.
 *
 * @param found the folder that counts of `places`
 * @param exercises names of the workbook's exercises
 * @param into where files are put together
 */
export function settle(
  found: ExerciseFolder,
  places: readonly Place[],
  exercises: readonly string[],
  into: string,
): Settled {
  // Nearly everybody's: nothing is read.
  if (found.others.length === 0) return { place: found, parts: [found] };
  const rivals = places.filter(({ below }) => found.others.some((other) => other.below === below));
  const different = withoutSame([found, ...rivals]);
  if (different.length > 1 && belongTogether(different))
    return { place: joined(different, into, exercises), parts: different };
  const others = found.others.filter(({ below }) => different.some((one) => one.below === below));
  return { place: { ...found, others, because: others.length === 0 ? null : found.because }, parts: [found] };
}

/** The folders without those all of whose sources are in one before. */
function withoutSame(places: readonly Place[]): readonly Place[] {
  const kept: { readonly place: Place; readonly sources: ReadonlySet<string> }[] = [];
  for (const place of places) {
    const sources = new Set(sourcesIn(place).map((file) => `${path.basename(file)}\0${contentOf(file)}`));
    if (!kept.some((one) => [...sources].every((source) => one.sources.has(source)))) kept.push({ place, sources });
  }
  return kept.map(({ place }) => place);
}

function belongTogether(places: readonly Place[]): boolean {
  const contents = new Map<string, string>();
  return places.flatMap(sourcesIn).every((file) => {
    const name = path.basename(file);
    const content = contentOf(file);
    const other = contents.get(name);
    contents.set(name, content);
    return other === undefined || other === content;
  });
}

const sourcesIn = ({ folder, files }: Place) =>
  files.filter((file) => /\.[jt]s$/.test(file)).map((file) => path.join(folder, file));

/** A text for each content; of a file that cannot be read, its path. */
function contentOf(file: string): string {
  const content = readPlainFile(file, MAX_SOURCE_BYTES);
  return Buffer.isBuffer(content) ? content.toString('latin1') : file;
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
function joined(parts: readonly Place[], into: string, exercises: readonly string[]): ExerciseFolder {
  for (const part of parts) copySources(part.folder, into, (text) => relinked(text, part, parts));
  const { count, files } = chooseExerciseFolder(placesIn(into), exercises);
  return { folder: into, below: commonFolder(parts), files, count, others: [], because: null };
}
