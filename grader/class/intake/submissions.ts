import fs from 'node:fs';
import path from 'node:path';
import { systemWords, UserError } from '../../errors';

/** One student's folder. */
export interface StudentFolder {
  /** The folder's name, which stands for the student everywhere. */
  readonly student: string;
  /** Where the exercise files are: the folder itself, or `exercises/` in it. */
  readonly folder: string;
  /** How that is called in reports, the same on every machine. */
  readonly shownFolder: string;
}

/** What macOS adds to a zip. */
const MACOS_EXTRAS = '__MACOSX';

/** What a folder of submissions holds. */
export interface Found {
  readonly students: readonly StudentFolder[];
  /** Entries that are no student's folder, such as loose files. */
  readonly ignored: readonly string[];
  /** Students with exercise files in two places. */
  readonly divided: readonly string[];
}

/**
 * The submissions in `folder`, sorted by name: every folder in it is one student's.
 *
 * @param exercises names of the exercises, to tell where a submission keeps its files
 * @param out where results go: not a submission, should it lie here
 * @throws UserError when the folder cannot be read or holds no submission
 */
export function findSubmissions(folder: string, shown: string, exercises: readonly string[], out: string): Found {
  const names = entriesOf(folder, shown);
  const results = entryOfResults(folder, shown, out);
  const students: StudentFolder[] = [];
  const ignored: string[] = [];
  const divided: string[] = [];
  for (const name of names) {
    const own = path.join(folder, name);
    if (name.startsWith('.') || name === MACOS_EXTRAS || name === results) continue;
    if (isFolder(own)) {
      const places = placesOf(own, name, exercises);
      students.push({ student: name, ...places[0] });
      if (places.length > 1) divided.push(name);
    } else ignored.push(name);
  }
  if (students.length > 0) return { students, ignored, divided };
  const why = ignored.some((name) => name.endsWith('.ts'))
    ? 'it has files, but should have one folder for each student; docs/class.md tells how to sort a download'
    : 'it should have one folder for each student';
  throw new UserError(`${shown} holds no submissions: ${why}.`);
}

function entriesOf(folder: string, shown: string): readonly string[] {
  try {
    return fs.readdirSync(folder).sort();
  } catch (error) {
    throw new UserError(`${shown} cannot be read as a folder of submissions: ${systemWords(error)}.`);
  }
}

function isFolder(entry: string): boolean {
  try {
    return fs.statSync(entry).isDirectory();
  } catch {
    return false;
  }
}

/** Where a student's exercise files are, the place with most of them first; one place when there are none. */
function placesOf(
  own: string,
  student: string,
  exercises: readonly string[],
): readonly Omit<StudentFolder, 'student'>[] {
  const below = path.join(own, 'exercises');
  const places = [{ folder: own, shownFolder: student }];
  if (isFolder(below) && isInside(own, below)) places.push({ folder: below, shownFolder: `${student}/exercises` });
  const counted = places.map((place) => ({
    place,
    count: exercises.filter((name) => fs.existsSync(path.join(place.folder, `${name}.ts`))).length,
  }));
  const found = counted.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  return found.length > 0 ? found.map(({ place }) => place) : places.slice(-1);
}

/**
 * The entry of the folder of submissions that is the folder of results, if it lies there.
 *
 * @throws UserError when results would lie among a student's files, or be the folder of submissions itself
 */
function entryOfResults(folder: string, shown: string, out: string): string | null {
  const way = path.relative(folder, out);
  if (way === '') throw new UserError(`--out: ${shown} is the folder of submissions; results need another.`);
  const [entry, ...below] = way.split(path.sep);
  if (entry === '..' || path.isAbsolute(way)) return null;
  if (below.length > 0)
    throw new UserError(`--out: ${entry} in ${shown} may be a student's folder; results need another.`);
  return entry;
}

/** Whether `below` really lies in `folder`: a link could lead to somebody else's work. */
function isInside(folder: string, below: string): boolean {
  return fs.realpathSync(below).startsWith(fs.realpathSync(folder) + path.sep);
}
