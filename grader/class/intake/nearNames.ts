import { distance } from 'fastest-levenshtein';
import type { Place } from '../../submission/find';

/** A file that may be an exercise's, under a name that is not quite the exercise's. */
export interface NearName {
  readonly exercise: string;
  /** The file's name. */
  readonly file: string;
}

/** What editors, browsers and habits make of `.ts`. */
const ENDING = /(?:\.[cm]?[jt]sx?)?(?:\.txt)?$/i;
/** What a file system or browser adds to a name that is taken: `relu (1)`, `relu - Copy`, `relu-1`. */
const COPY = /(?:\s*\(\d+\)|[\s_-]*(?:copy|kopie)(?:\s*\d+)?|[\s_-]\d+)$/i;
/** Names as long as this may have one letter wrong. */
const MIN_FOR_SLIP = 6;

/** Files in `place` that may be meant for exercises which have no file of their own there, one each. */
export function nearNames({ files }: Pick<Place, 'files'>, exercises: readonly string[]): readonly NearName[] {
  const there = new Set(files);
  const own = new Set(exercises.map((name) => `${name}.ts`));
  const others = files.filter((file) => !own.has(file) && /\.(?:[cm]?[jt]sx?|txt)$/i.test(file));
  return exercises.flatMap((exercise) => {
    if (there.has(`${exercise}.ts`)) return [];
    const closeness = others.map((file) => ({ file, far: farness(file, exercise) }));
    const [best] = closeness.filter(({ far }) => far < Infinity).sort((a, b) => a.far - b.far);
    return best === undefined ? [] : [{ exercise, file: best.file }];
  });
}

/** Where a submission without an exercise file has files of near names: the place with most of them. */
export function nearPlace(places: readonly Place[], exercises: readonly string[]): Place | null {
  const counted = places.map((place) => ({ place, count: nearNames(place, exercises).length }));
  const [best] = counted.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  return best?.place ?? null;
}

/** How far a file's name is from an exercise's; infinite where they do not seem to mean the same. */
function farness(file: string, exercise: string): number {
  const stem = file.replace(ENDING, '');
  const bare = stem.replace(COPY, '');
  const wanted = letters(exercise);
  if (stem.toLowerCase() === wanted) return 0;
  if (letters(bare) === wanted) return 1;
  return wanted.length >= MIN_FOR_SLIP && distance(letters(bare), wanted) === 1 ? 2 : Infinity;
}

function letters(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
