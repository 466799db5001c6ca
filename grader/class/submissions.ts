import fs from 'node:fs';
import path from 'node:path';
import { ClassProblem, systemWords } from './problem';

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
}

/**
 * The submissions in `folder`, sorted by name: every folder in it is one student's.
 *
 * @param exercises names of the exercises, to tell where a submission keeps its files
 * @throws ClassProblem when the folder cannot be read or holds no submission
 */
export function findSubmissions(folder: string, shown: string, exercises: readonly string[]): Found {
  const names = entriesOf(folder, shown);
  const students: StudentFolder[] = [];
  const ignored: string[] = [];
  for (const name of names) {
    if (name.startsWith('.') || name === MACOS_EXTRAS) continue;
    if (isFolder(path.join(folder, name))) students.push(studentFolder(folder, name, exercises));
    else ignored.push(name);
  }
  if (students.length === 0)
    throw new ClassProblem(`${shown} holds no submissions: it should have one folder for each student.`);
  return { students, ignored };
}

function entriesOf(folder: string, shown: string): readonly string[] {
  try {
    return fs.readdirSync(folder).sort();
  } catch (error) {
    throw new ClassProblem(`${shown} cannot be read as a folder of submissions: ${systemWords(error)}.`);
  }
}

function isFolder(entry: string): boolean {
  try {
    return fs.statSync(entry).isDirectory();
  } catch {
    return false;
  }
}

function studentFolder(parent: string, student: string, exercises: readonly string[]): StudentFolder {
  const own = path.join(parent, student);
  const below = path.join(own, 'exercises');
  const direct = exercises.some((name) => fs.existsSync(path.join(own, `${name}.ts`)));
  if (direct || !isFolder(below) || !isInside(own, below)) return { student, folder: own, shownFolder: student };
  return { student, folder: below, shownFolder: `${student}/exercises` };
}

/** Whether `below` really lies in `folder`: a link could lead to somebody else's work. */
function isInside(folder: string, below: string): boolean {
  return fs.realpathSync(below).startsWith(fs.realpathSync(folder) + path.sep);
}
