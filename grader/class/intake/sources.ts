import fs from 'node:fs';
import path from 'node:path';
import { systemWords, UserError } from '../../errors';
import { chooseExerciseFolder, placesIn } from '../../submission/find';
import { isSetAside } from '../../submission/folderEntries';
import { type DownloadName, parseDownloadNames, studentOfFolder, type Version } from './downloadNames';
import { GRADESCOPE_METADATA, readGradescope } from './gradescope';
import { original, ZIP } from './unzip';

/** What one student handed in, as it lies there. */
export interface Source {
  /** What stands for the student everywhere: the name of the folder or zip, or what a platform's names begin with. */
  readonly student: string;
  readonly content: Content;
  /** What counts in place of that, as a person put it right. */
  readonly corrected?: Content;
  /** Whether the platform says that it came late; null when it says nothing of that kind. */
  readonly isLate: boolean | null;
  /** When it was handed in, in ms since 1970, as far as the platform says so. */
  readonly submitted: number | null;
}

/** What a student's files are in. Moodle has a folder for files, and another for what was typed. */
export type Content =
  | { readonly kind: 'folders'; readonly folders: readonly string[] }
  | { readonly kind: 'zip'; readonly file: string }
  | { readonly kind: 'files'; readonly files: readonly Version[] };

/** All that lies in a folder of submissions. */
export interface FoundSources {
  readonly sources: readonly Source[];
  /** The folder that has the students' folders, from the one that was asked for; empty for that one itself. */
  readonly below: string;
  /** Names of files that are nobody's submission. */
  readonly ignored: readonly string[];
  /** Names of folders and files that cannot be opened, as they are not UTF-8; what is not is U+FFFD here. */
  readonly misnamed: readonly string[];
  /** Zips beside a folder of the same name, which counts. */
  readonly doubled: readonly string[];
}

/** An entry of a folder of students' folders. */
export interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
  /** Whether its name is UTF-8; by any other it cannot be opened. */
  readonly isText: boolean;
}

/**
 * What each student handed in: every folder and zip is one student's, and files are theirs whom the platform's names say.
 *
 * @param exercises names of the exercises
 * @param results name of the entry that holds results, if there is one
 * @throws UserError when the folder cannot be read
 */
export function findSources(
  folder: string,
  shown: string,
  exercises: readonly string[],
  results: string | null = null,
): FoundSources {
  const entries = entriesOf(folder, shown).filter(({ name }) => !isSetAside(name) && name !== results);
  const [only] = entries;
  if (entries.length === 1 && only.isFolder && only.isText && holdsClass(path.join(folder, only.name), exercises)) {
    const found = findSources(path.join(folder, only.name), path.posix.join(shown, only.name), exercises);
    return { ...found, below: path.posix.join(only.name, found.below) };
  }
  const isMetadata = ({ name, isFolder }: Entry) => name === GRADESCOPE_METADATA && !isFolder;
  const folders = entries.filter(({ isFolder, isText }) => isFolder && isText);
  const files = entries.filter((entry) => !entry.isFolder && entry.isText && !isMetadata(entry));
  const meant = parseDownloadNames(files.map(({ name }) => original(name)));
  const loose = files.map(({ name }, i) => ({ name, about: meant[i] }));
  const zips = loose.filter(({ name, about }) => about === null && ZIP.test(name)).map(({ name }) => name);
  const ofFolders = entries.some(isMetadata)
    ? ofGradescope(folder, shown, folders)
    : folders.map(({ name }) => ofFolder(studentOfFolder(name), path.join(folder, name)));
  const sources = new Map<string, Source>();
  const doubled: string[] = [];
  for (const source of [...ofFolders, ...zips.map((name) => ofZip(folder, name)), ...ofFiles(folder, loose)]) {
    const first = sources.get(source.student);
    if (first !== undefined && source.content.kind === 'zip') doubled.push(path.basename(source.content.file));
    sources.set(source.student, first === undefined ? source : joined(first, source));
  }
  return {
    sources: [...sources.values()].sort((a, b) => (a.student < b.student ? -1 : 1)),
    below: '',
    ignored: loose.filter(({ name, about }) => about === null && !ZIP.test(name)).map(({ name }) => original(name)),
    misnamed: entries.filter(({ isText }) => !isText).map(({ name }) => name),
    doubled,
  };
}

/** Folders of one student are one; of a folder and files, or a zip, the folder counts. */
function joined(first: Source, second: Source): Source {
  const [{ content: one }, { content: other }] = [first, second];
  if (one.kind === 'folders' && other.kind === 'folders')
    return { ...first, content: { kind: 'folders', folders: [...one.folders, ...other.folders] } };
  return other.kind === 'files' ? { ...second, corrected: one } : first;
}

function ofFolder(student: string, folder: string): Source {
  return { student, content: { kind: 'folders', folders: [folder] }, isLate: null, submitted: null };
}

function ofZip(folder: string, name: string): Source {
  const content = { kind: 'zip', file: path.join(folder, name) } as const;
  return { student: name.replace(ZIP, ''), content, isLate: null, submitted: null };
}

/** One for each owner: the work of a group is the work of each. */
function ofGradescope(folder: string, shown: string, folders: readonly Entry[]): Source[] {
  const metadata = readGradescope(path.join(folder, GRADESCOPE_METADATA), path.posix.join(shown, GRADESCOPE_METADATA));
  const known = new Set<string>();
  return folders.flatMap(({ name }) => {
    const one = ofFolder(name, path.join(folder, name));
    const { owners, submitted } = metadata.get(name) ?? { owners: [], submitted: null };
    const others = owners.filter((owner) => !known.has(owner));
    for (const owner of others) known.add(owner);
    return others.length === 0 ? [one] : others.map((student) => ({ ...one, student, submitted }));
  });
}

function ofFiles(folder: string, loose: readonly { name: string; about: DownloadName | null }[]): readonly Source[] {
  const byStudent = new Map<string, { files: Version[]; isLate: boolean | null }>();
  for (const { name, about } of loose) {
    if (about === null) continue;
    const one = byStudent.get(about.student) ?? { files: [], isLate: about.isLate };
    one.files.push({ path: path.join(folder, name), name: about.file, fileId: about.fileId });
    byStudent.set(about.student, { ...one, isLate: one.isLate || about.isLate });
  }
  return [...byStudent].map(([student, { files, isLate }]) => ({
    student,
    content: { kind: 'files', files },
    isLate,
    submitted: null,
  }));
}

/**
 * What is in a folder, by name.
 *
 * @throws UserError when it cannot be read
 */
export function entriesOf(folder: string, shown: string): readonly Entry[] {
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

/** What the folder of a whole project has, and a folder of students has not. */
const OF_A_PROJECT: ReadonlySet<string> = new Set(['exercises', 'package.json', 'tsconfig.json']);

/**
 * Whether a folder, the only one, holds the submissions of several rather than that of one: several of its entries look
 * like a student's each.
 */
function holdsClass(folder: string, exercises: readonly string[]): boolean {
  const entries = entriesOf(folder, folder).filter(({ name }) => !isSetAside(name));
  const own = new Set([...OF_A_PROJECT, ...exercises.map((name) => `${name}.ts`)]);
  if (entries.some(({ name }) => own.has(name))) return false;
  if (entries.some(({ name }) => name === GRADESCOPE_METADATA)) return true;
  const looksLikeOne = ({ name, isFolder, isText }: Entry) => {
    if (!isFolder) return ZIP.test(name) || parseDownloadNames([name])[0] !== null;
    return isText && chooseExerciseFolder(placesIn(path.join(folder, name)), exercises).count > 0;
  };
  return entries.filter(looksLikeOne).length > 1;
}
