import path from 'node:path';
import { UserError } from '../../errors';
import { type Place, placesIn } from '../../submission/find';
import { isSetAside } from '../../submission/folderEntries';
import { readPlainFile } from '../../submission/plainFile';
import { sourceText } from '../../submission/sourceText';
import { closest } from '../../text/closest';
import { sanitizeLine } from '../../text/sanitize';
import { studentOfFolder } from './downloadNames';
import { comparable } from './roster';
import { type Content, entriesOf } from './sources';
import { MAX_FILE_BYTES } from './unzip';

/** What a person decided of a student. */
export interface Correction {
  /** What counts in place of what was handed in; null where that stays. */
  readonly content: Content | null;
  /** What the student is told whose mark is withheld, perhaps nothing; null where it is not. */
  readonly withheld: string | null;
}

/** The file that withholds a mark; some editors add an ending, and Windows hides it. */
const WITHHOLD = /^withhold(?:\.txt)*$/i;
/** A name that differs from it in at most this share of its letters is meant to be it. */
const MISSPELLED = 0.35;

/**
 * What a person put right, by student: a folder for each whose files were taken wrongly, or whose mark is withheld, called
 * as the student is.
 *
 * @param students all of whom something was handed in
 * @throws UserError when it cannot be read, or something in it is nobody's
 */
export function findCorrected(
  folder: string,
  shown: string,
  students: readonly string[],
): ReadonlyMap<string, Correction> {
  const studentOf = finderOf(students);
  const folders = new Map<string, string>();
  const corrected = new Map<string, Correction>();
  for (const { name, isFolder } of entriesOf(folder, shown)) {
    if (isSetAside(name)) continue;
    const file = sanitizeLine(path.posix.join(shown, name));
    if (!isFolder)
      throw new UserError(
        `--corrected: ${file} is no folder. Put it into one called as the student is in the first column of gradebook.csv.`,
      );
    const student = studentOf(name, file);
    const earlier = folders.get(student);
    if (earlier !== undefined)
      throw new UserError(
        `--corrected: ${earlier} and ${file} are both of ${student}. Put what counts into one of them.`,
      );
    folders.set(student, file);
    corrected.set(student, correctionIn(path.join(folder, name), file, student));
  }
  return corrected;
}

/** Tells whose a corrected folder is, and throws UserError when it is nobody's. */
function finderOf(students: readonly string[]): (name: string, shown: string) => string {
  const known = new Map(students.map((student) => [comparable(student), student]));
  return (name, shown) => {
    const called = studentOfFolder(name);
    const student = students.includes(called) ? called : known.get(comparable(called));
    if (student !== undefined) return student;
    const near = closest(name, students);
    const hint = near === null ? 'Take the name from the first column of gradebook.csv.' : `Did you mean "${near}"?`;
    throw new UserError(`--corrected: ${shown} is called as nobody who handed something in. ${hint}`);
  };
}

/** @throws UserError when there is nothing in it, or a file that is nearly called withhold.txt */
function correctionIn(folder: string, shown: string, student: string): Correction {
  const places = placesIn(folder);
  if (places.every(({ files }) => files.length === 0))
    throw new UserError(`--corrected: ${shown} holds no files. Put what counts for ${student} into it, or remove it.`);
  const note = withholdFile(places, shown);
  const isAll = places.every(({ files }, i) => files.length === (i === 0 && note !== null ? 1 : 0));
  return {
    content: isAll ? null : { kind: 'folders', folders: [folder] },
    withheld: note === null ? null : textOf(path.join(folder, note), path.posix.join(shown, note)),
  };
}

/**
 * The name of the file that withholds the mark; null when there is none.
 *
 * @throws UserError when one has nearly its name, or lies in a folder below: the mark would go out
 */
function withholdFile([own, ...below]: readonly Place[], shown: string): string | null {
  const refused = (file: string, how: string) =>
    new UserError(`--corrected: ${sanitizeLine(path.posix.join(shown, file))} withholds no mark. ${how}`);
  const file = own.files.find((one) => WITHHOLD.test(one));
  if (file !== undefined) return file;
  const near = own.files.find((one) => closest(one.replace(/(?:\.\w+)+$/, ''), ['withhold'], MISSPELLED) !== null);
  if (near !== undefined) throw refused(near, 'Call it withhold.txt.');
  const deep = below.flatMap((place) => place.files.map((one) => ({ one, at: place.below })));
  const misplaced = deep.find(({ one }) => WITHHOLD.test(one));
  if (misplaced === undefined) return null;
  throw refused(path.posix.join(misplaced.at, misplaced.one), `Move it into ${shown} itself.`);
}

/** @throws UserError when it cannot be read as text */
function textOf(file: string, shown: string): string {
  const content = readPlainFile(file, MAX_FILE_BYTES);
  const text = Buffer.isBuffer(content) ? sourceText(content) : null;
  if (text === null) throw new UserError(`--corrected: ${shown} cannot be read as text. Save it as UTF-8.`);
  return text;
}
