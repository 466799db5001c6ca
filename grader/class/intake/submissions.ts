import fs from 'node:fs';
import path from 'node:path';
import { systemWords, UserError } from '../../errors';
import { findExerciseFiles } from '../../submission/find';
import { sanitizeLine } from '../../text/sanitize';

/** One student's folder. */
export interface StudentFolder {
  /** The folder's name, which stands for the student everywhere. */
  readonly student: string;
  /** Where the exercise files are: the folder itself, or `exercises/` in it. */
  readonly folder: string;
  /** What that is called in reports, the same on every machine. */
  readonly shownFolder: string;
}

/** What macOS adds to a zip. */
const MACOS_EXTRAS = '__MACOSX';

/** What a folder of submissions holds. */
export interface FoundSubmissions {
  readonly students: readonly StudentFolder[];
  /** Names of entries that are not folders, such as loose files. */
  readonly ignored: readonly string[];
  /** Names of folders that cannot be opened, as they are not UTF-8; what is not is U+FFFD here. */
  readonly misnamed: readonly string[];
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
export function findSubmissions(
  folder: string,
  shown: string,
  exercises: readonly string[],
  out: string,
): FoundSubmissions {
  const results = entryOfResults(folder, shown, out);
  const students: StudentFolder[] = [];
  const ignored: string[] = [];
  const misnamed: string[] = [];
  const divided: string[] = [];
  for (const { name, isFolder, isText } of entriesOf(folder, shown)) {
    if (name.startsWith('.') || name === MACOS_EXTRAS || name === results) continue;
    if (!isFolder) ignored.push(name);
    else if (!isText) misnamed.push(name);
    else {
      const found = findExerciseFiles(path.join(folder, name), exercises);
      students.push({
        student: name,
        folder: found.folder,
        shownFolder: path.posix.join(sanitizeLine(name), found.below),
      });
      if (found.divided) divided.push(name);
    }
  }
  if (students.length > 0) return { students, ignored, misnamed, divided };
  const why = ignored.some((name) => name.endsWith('.ts'))
    ? 'it has files, but should have one folder for each student; docs/class.md tells how to sort a download'
    : 'it should have one folder for each student';
  throw new UserError(`${shown} holds no submissions: ${why}.`);
}

/** An entry of the folder of submissions. */
interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
  /** Whether its name is UTF-8; by any other it cannot be opened. */
  readonly isText: boolean;
}

function entriesOf(folder: string, shown: string): readonly Entry[] {
  try {
    const entries = fs.readdirSync(folder, { withFileTypes: true, encoding: 'buffer' }).map((entry) => {
      const name = entry.name.toString('utf8');
      const isText = Buffer.from(name, 'utf8').equals(entry.name);
      const isFolder = entry.isDirectory() || (entry.isSymbolicLink() && leadsToFolder(path.join(folder, name)));
      return { name, isFolder, isText };
    });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    throw new UserError(`${shown} cannot be read as a folder of submissions: ${systemWords(error)}.`);
  }
}

function leadsToFolder(link: string): boolean {
  try {
    return fs.statSync(link).isDirectory();
  } catch {
    return false;
  }
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
