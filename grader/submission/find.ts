import path from 'node:path';
import { folderEntries, isSetAside } from './folderEntries';

/** A folder of a submission. */
export interface Place {
  readonly folder: string;
  /** Its path from the submission's own folder, with `/`; empty for that folder itself. */
  readonly below: string;
  /** The names of the files in it, sorted. */
  readonly files: readonly string[];
}

/** Where a submission keeps its exercise files. */
export interface ExerciseFolder extends Place {
  /** How many exercise files it holds. */
  readonly count: number;
  /** Other folders with exercise files, and how many, those with more of them first. */
  readonly others: readonly { readonly below: string; readonly count: number }[];
  /** Why it counts, where others hold as many; else null. */
  readonly because: 'the newest' | 'the highest number' | 'the least deep' | 'the first by name' | null;
}

/** What is deeper, or beyond so many entries, is not looked at. */
const MAX_DEPTH = 8;
const MAX_ENTRIES = 50_000;

/** What lies beside the `exercises/` of a copy of the kit, and holds files called as exercises are. */
const OF_THE_KIT: ReadonlySet<string> = new Set(['solutions', 'reference', 'fixtures', 'grader']);

/**
 * Finds a submission's exercise files, in the folder itself or in any below it: the one with most of them counts, of
 * several such the one that is less deep. All commands and recipes find them by this, so that an appeal is graded as
 * the class was.
 *
 * @param names of the exercises
 */
export function findExerciseFiles(folder: string, names: readonly string[]): ExerciseFolder {
  return chooseExerciseFolder(placesIn(folder), names);
}

/**
 * The one of a submission's folders that counts; the first, or its `exercises/`, when none holds an exercise file.
 *
 * @param places the less deep before the deeper
 * @param changed when a file was last changed, in ms since 1970, as far as that is known: of folders that hold as many
 *   exercise files the newest counts
 */
export function chooseExerciseFolder(
  places: readonly Place[],
  names: readonly string[],
  changed: (file: string) => number | undefined = () => undefined,
): ExerciseFolder {
  const wanted = new Set(names.map((name) => `${name}.ts`));
  const counted = places
    .map((place) => {
      const files = place.files.filter((file) => wanted.has(file));
      const times = files.map((file) => changed(path.join(place.folder, file)) ?? Number.NaN);
      return { place, count: files.length, time: Math.max(...times) };
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  if (counted.length === 0) {
    const place = places.find(({ below }) => below === 'exercises') ?? places[0];
    return { ...place, count: 0, others: [], because: null };
  }
  const [first, second] = counted;
  const equal = counted.filter(({ count }) => count === first.count);
  const newest = Math.max(...equal.map(({ time }) => time));
  // Where one has no time, nothing is the newest.
  const isNewer = equal.some(({ time }) => time < newest);
  const last = lastAttempt(equal.map(({ place }) => place.below));
  const isLast = !isNewer && last !== null;
  const best = isLast ? equal[last] : (equal.find(({ time }) => time === newest) ?? first);
  const isLessDeep = second !== undefined && depthOf(first.place) < depthOf(second.place);
  const others = counted.filter((one) => one !== best).map(({ place, count }) => ({ below: place.below, count }));
  const because = isNewer
    ? 'the newest'
    : isLast
      ? 'the highest number'
      : isLessDeep
        ? 'the least deep'
        : 'the first by name';
  return { ...best.place, count: best.count, others, because: equal.length === 1 ? null : because };
}

/** Of `attempt1` and `attempt2`, names that are the same but for a number, the index of the highest; else null. */
function lastAttempt(names: readonly string[]): number | null {
  const stems = new Set(names.map((name) => name.replace(/\d+/g, '#')));
  if (names.length < 2 || stems.size > 1) return null;
  const [highest] = [...names].sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  return names.indexOf(highest);
}

function depthOf({ below }: Place): number {
  return below === '' ? 0 : below.split('/').length;
}

/** A submission's folders, itself first, the less deep before the deeper. Links are not followed. */
export function placesIn(folder: string): readonly Place[] {
  const places: Place[] = [];
  let waiting: Pick<Place, 'folder' | 'below'>[] = [{ folder, below: '' }];
  let left = MAX_ENTRIES;
  for (let depth = 0; depth <= MAX_DEPTH && waiting.length > 0; depth++) {
    const deeper: typeof waiting = [];
    for (const { folder: at, below } of waiting) {
      const entries = folderEntries(at, left);
      left -= entries.length;
      const kept = entries.filter(({ name }) => !isSetAside(name));
      // What is called as an exercise is its file, whatever it is: the report will say what is wrong with it.
      const files = kept.filter((entry) => !entry.isDirectory() || entry.name.endsWith('.ts')).map(({ name }) => name);
      places.push({ folder: at, below, files });
      const folders = kept.filter((entry) => entry.isDirectory()).map(({ name }) => name);
      const isKit = folders.includes('exercises');
      for (const name of folders)
        if (!isKit || !OF_THE_KIT.has(name))
          deeper.push({ folder: path.join(at, name), below: path.posix.join(below, name) });
    }
    waiting = deeper;
  }
  return places;
}

/** `exercises/`, or what a person calls the submission's own folder. */
export function belowWords(below: string): string {
  return below === '' ? 'the folder itself' : `${below}/`;
}
