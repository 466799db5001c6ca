import path from 'node:path';
import { distance } from 'fastest-levenshtein';
import type { Place } from '../../submission/find';
import { readPlainFile } from '../../submission/plainFile';
import { sourceText } from '../../submission/sourceText';
import { formatList } from '../../text/lists';

/** A file that may be an exercise's, under a name that is not the exercise's. */
export interface NearName {
  readonly exercise: string;
  /** The file's name. */
  readonly file: string;
}

/** For each of these files the exercises that it is meant for. */
export function byFile(near: readonly NearName[]): ReadonlyMap<string, readonly string[]> {
  const exercises = new Map<string, string[]>();
  for (const { file, exercise } of near) exercises.set(file, [...(exercises.get(file) ?? []), exercise]);
  return exercises;
}

/** `mlp.ts for relu and softmax`. */
export function meantWords([file, exercises]: readonly [string, readonly string[]]): string {
  return `${file} for ${formatList(exercises)}`;
}

/** What editors, browsers and habits make of `.ts`. */
const ENDING = /(?:\.[cm]?[jt]sx?)?(?:\.txt)?$/i;
/** What a file system or browser adds to a name that is taken: `relu (1)`, `relu - Copy`, `relu-1`. */
const COPY = /(?:\s*\(\d+\)|[\s_-]*(?:copy|kopie)(?:\s*\d+)?|[\s_-]\d+)$/i;
/** Names as long as this may have one letter wrong. */
const MIN_FOR_SLIP = 6;

/** What is longer holds more than exercises. */
const MAX_BYTES = 100_000;
/** What a stub ends with as it was handed out. */
const STUB = /\bthrow new Error\(\s*['"`]TODO\b/;

/**
 * Files in `place` that may be meant for exercises which have no file of their own there, or nothing but the stub in it: those of
 * nearly the exercise's name, else one that exports its function. One file may be meant for several exercises.
 *
 * @param read the text of a file in `place`; null when it cannot be read
 */
export function nearNames(
  place: Pick<Place, 'folder' | 'files'>,
  exercises: readonly string[],
  read: (file: string) => string | null = (file) => textOf(path.join(place.folder, file)),
): readonly NearName[] {
  const { files } = place;
  const there = new Set(files);
  const own = new Set(exercises.map((name) => `${name}.ts`));
  const others = files.filter((file) => !own.has(file) && /\.(?:[cm]?[jt]sx?|txt)$/i.test(file));
  if (others.length === 0) return [];
  const isStub = (file: string) => STUB.test(read(file) ?? '');
  return exercises.flatMap((exercise) => {
    const isThere = there.has(`${exercise}.ts`);
    if (isThere && !isStub(`${exercise}.ts`)) return [];
    const file = nearest(others, exercise) ?? exporting(others, exercise, read);
    return file === null || (isThere && isStub(file)) ? [] : [{ exercise, file }];
  });
}

/** The file whose name is nearest to an exercise's; null where none is near. */
function nearest(files: readonly string[], exercise: string): string | null {
  const closeness = files.map((file) => ({ file, far: farness(file, exercise) }));
  const [best] = closeness.filter(({ far }) => far < Infinity).sort((a, b) => a.far - b.far);
  return best?.file ?? null;
}

/** The file that exports an exercise's function; of several the one with the highest number, or the last by name. */
function exporting(files: readonly string[], exercise: string, read: (file: string) => string | null): string | null {
  const declared = new RegExp(
    `^\\s*export\\s+(?:async\\s+)?(?:(?:function|const|let|var)\\s+|\\{[^}]*\\b)${exercise}\\b`,
    'm',
  );
  const found = files.filter((file) => declared.test(read(file) ?? ''));
  const stem = (file: string) => file.replace(ENDING, '');
  const [last] = found.sort((a, b) => stem(b).localeCompare(stem(a), 'en', { numeric: true }));
  return last ?? null;
}

function textOf(file: string): string | null {
  const content = readPlainFile(file, MAX_BYTES);
  return Buffer.isBuffer(content) ? sourceText(content) : null;
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
