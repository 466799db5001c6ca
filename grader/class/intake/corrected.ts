import path from 'node:path';
import { UserError } from '../../errors';
import { placesIn } from '../../submission/find';
import { isSetAside } from '../../submission/folderEntries';
import { closest } from '../../text/closest';
import { sanitizeLine } from '../../text/sanitize';
import { studentOfFolder } from './downloadNames';
import { comparable } from './roster';
import { type Content, entriesOf } from './sources';

/**
 * What a person put right, by student: a folder for each whose files were taken wrongly, called as the student is.
 *
 * @param students all of whom something was handed in
 * @throws UserError when it cannot be read, or something in it is nobody's
 */
export function findCorrected(
  folder: string,
  shown: string,
  students: readonly string[],
): ReadonlyMap<string, Content> {
  const known = new Map(students.map((student) => [comparable(student), student]));
  const corrected = new Map<string, Content>();
  for (const { name, isFolder } of entriesOf(folder, shown)) {
    if (isSetAside(name)) continue;
    const file = sanitizeLine(path.posix.join(shown, name));
    if (!isFolder)
      throw new UserError(
        `--corrected: ${file} is no folder. Put it into one called as the student is in the first column of gradebook.csv.`,
      );
    const student = known.get(comparable(studentOfFolder(name)));
    if (student === undefined) {
      const near = closest(name, students);
      const hint = near === null ? 'Take the name from the first column of gradebook.csv.' : `Did you mean "${near}"?`;
      throw new UserError(`--corrected: ${file} is called as nobody who handed something in. ${hint}`);
    }
    if (placesIn(path.join(folder, name)).every(({ files }) => files.length === 0))
      throw new UserError(`--corrected: ${file} holds no files. Put what counts for ${student} into it, or remove it.`);
    corrected.set(student, { kind: 'folders', folders: [path.join(folder, name)] });
  }
  return corrected;
}
