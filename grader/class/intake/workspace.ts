import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../../errors';
import { folderEntries, isSetAside } from '../../submission/folderEntries';
import { sanitizeLine } from '../../text/sanitize';
import { patiently } from '../../workbook/patiently';
import { notWritable } from '../store/notWritable';
import { entryOf } from './origin';

/** What it holds; and what systems put into a folder that somebody looks at. */
const OURS: ReadonlySet<string> = new Set(['download', 'students', 'corrected', 'joined', 'renamed']);
const OF_SYSTEMS: ReadonlySet<string> = new Set(['Thumbs.db', 'desktop.ini']);

/** The part of the output folder in which submissions are unpacked; whatever it holds is made anew by each run. */
export class Workspace {
  private constructor(private readonly folder: string) {}

  /**
   * Removes what an earlier run unpacked.
   *
   * @param out the output folder
   * @param given folders and files of the person's that the run reads
   * @throws UserError when it cannot be written, or something of the person's would be removed
   */
  static async open(out: string, shown: string, given: readonly string[]): Promise<Workspace> {
    const folder = path.join(out, 'unpacked');
    const isOurs = ({ name }: fs.Dirent) => OURS.has(name) || OF_SYSTEMS.has(name) || isSetAside(name);
    const other = folderEntries(folder, Infinity).find((entry) => !isOurs(entry));
    const lost = given.find((file) => entryOf(folder, file) !== null) ?? (other && path.join(folder, other.name));
    if (lost !== undefined)
      throw new UserError(
        `--out: ${sanitizeLine(path.posix.join(shown, 'unpacked', path.relative(folder, lost)))} would be removed, as each run makes ${shown}/unpacked anew. Move it, or give another --out.`,
      );
    try {
      await patiently(async () => fs.rmSync(folder, { recursive: true, force: true }));
    } catch (error) {
      throw notWritable(`${shown}/unpacked`, error);
    }
    return new Workspace(folder);
  }

  /** Where the zip of a whole class is unpacked. */
  get download(): string {
    return path.join(this.folder, 'download');
  }

  /**
   * Empty folders for one student's files, those that were handed in or those that a person put right. Names are sound, as they
   * were those of files.
   */
  ofStudent(student: string, of: 'students' | 'corrected'): StudentSpace {
    const at = (...parts: readonly string[]) => path.join(this.folder, ...parts, student);
    return { own: at(of), joined: at('joined', of), renamed: at('renamed', of) };
  }
}

/** Folders for one student's files. */
export interface StudentSpace {
  /** Where zips are unpacked. */
  readonly own: string;
  /** Where files go that lay in several folders. */
  readonly joined: string;
  /** Where files go that are graded under names of their exercises. */
  readonly renamed: string;
}
