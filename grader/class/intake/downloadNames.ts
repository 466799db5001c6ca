/** How learning platforms call the files and folders of a download of submissions. */

/** What the name of a downloaded file says. */
export interface DownloadName {
  /** What all files of one student begin with: it stands for the student. */
  readonly student: string;
  /** What the student called the file; `text.html` or `link.html` for what was typed. */
  readonly file: string;
  /** The platform's number of the file, which grows; 0 where there is none. */
  readonly fileId: number;
  /** Whether the platform says that it came late; null when its names do not tell. */
  readonly isLate: boolean | null;
}

/**
 * Canvas: `lovelaceada_LATE_1001_55555_relu.ts` is a name, the student's id, the file's, and the file's name; an
 * anonymous one begins with `anon_` and five characters. `lovelaceada_1001_text.html` was typed.
 */
const CANVAS = /^([^_]+)(_LATE)?_(\d+)_(\d+)_(.+)$/s;
const CANVAS_ANONYMOUS = /^(anon)(_LATE)?_([A-Za-z0-9]{5})_(\d+)_(.+)$/s;
const CANVAS_TYPED = /^([^_]+)(_LATE)?_(\d+)_((?:text|link)\.html)$/;

/** Moodle without folders: `Ada Lovelace_1234567_assignsubmission_file_relu.ts`. */
const MOODLE = /^(.+?_\d+_assignsubmission_[a-z]+)_(.+)$/s;

/** Moodle's folders of a student: one for files, and another, `…_onlinetext_`, for what was typed. */
const MOODLE_FOLDER = /^(.+_\d+)_assignsubmission_[a-z]+_?$/s;

/** What stands for a student whose folder is called so: the name, without what Moodle puts at the end of each. */
export function studentOfFolder(name: string): string {
  return MOODLE_FOLDER.exec(name)?.[1] ?? name;
}

/** What a name means; null for one that no platform gives. */
function parseDownloadName(name: string): DownloadName | null {
  const canvas = CANVAS.exec(name) ?? CANVAS_ANONYMOUS.exec(name);
  if (canvas !== null) {
    const [, who, late, id, fileId, file] = canvas;
    return { student: `${who}_${id}`, file, fileId: Number(fileId), isLate: late !== undefined };
  }
  const typed = CANVAS_TYPED.exec(name);
  if (typed !== null)
    return { student: `${typed[1]}_${typed[3]}`, file: typed[4], fileId: 0, isLate: typed[2] !== undefined };
  return parseMoodleName(name);
}

function parseMoodleName(name: string): DownloadName | null {
  const moodle = MOODLE.exec(name);
  return moodle === null ? null : { student: studentOfFolder(moodle[1]), file: moodle[2], fileId: 0, isLate: null };
}

/**
 * What the names of a folder's files mean, in their order; null for one that no platform gives. A download is one platform's
 * as a whole: where all may be Moodle's they are, though a student's name there may look like Canvas' (`Ada_1001_5_a`).
 */
export function parseDownloadNames(names: readonly string[]): readonly (DownloadName | null)[] {
  const parsed = names.map(parseDownloadName);
  const ofMoodle = names.map(parseMoodleName);
  return ofMoodle.every((moodle, i) => moodle !== null || parsed[i] === null) ? ofMoodle : parsed;
}

/** What Canvas finds a submission by when a file is uploaded that is called so: up to the file's number. */
export function canvasName(name: string): string | null {
  const match = CANVAS.exec(name) ?? CANVAS_ANONYMOUS.exec(name);
  return match === null ? null : name.slice(0, name.length - match[5].length - 1);
}

/** A file of one student, in a download. */
export interface Version {
  readonly path: string;
  /** What the student called it, or Canvas when it was handed in again. */
  readonly name: string;
  readonly fileId: number;
}

/** A file that counts, under the name that it is graded by. */
export interface Chosen {
  readonly name: string;
  readonly version: Version;
  /** Older versions, and others of the same name, the newest first. */
  readonly others: readonly Version[];
}

/** Canvas' number for a file that was handed in again: the `2` of `relu-2.ts`. */
const NUMBERED = /^(.+)-(\d+)(\.[^.]+)$/;

/**
 * The newest of each file: Canvas calls the second `relu.ts` of a student `relu-1.ts`. A file keeps its number when
 * there is nothing that it could be a version of: no exercise is called so, no such file was handed in, and none
 * that the student's files import.
 *
 * @param exercises names of the exercises
 * @param isImported whether one of the student's files imports a file of that name, with its ending
 */
export function newestVersions(
  versions: readonly Version[],
  exercises: readonly string[],
  isImported: (name: string) => boolean,
): readonly Chosen[] {
  const names = new Set([...exercises.map((name) => `${name}.ts`), ...versions.map(({ name }) => name)]);
  const byName = new Map<string, { version: Version; number: number }[]>();
  for (const version of versions) {
    const [, stem, digits, ending] = NUMBERED.exec(version.name) ?? [];
    const original = `${stem}${ending}`;
    const isVersion =
      stem !== undefined && (names.has(original) || (isImported(original) && !isImported(version.name)));
    const name = isVersion ? original : version.name;
    const group = byName.get(name) ?? [];
    group.push({ version, number: isVersion ? Number(digits) : 0 });
    byName.set(name, group);
  }
  return [...byName].map(([name, group]) => {
    const [newest, ...others] = group
      .sort((a, b) => b.number - a.number || b.version.fileId - a.version.fileId)
      .map(({ version }) => version);
    return { name, version: newest, others };
  });
}
