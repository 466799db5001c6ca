import fs from 'node:fs';
import path from 'node:path';
import { patiently } from '../../workbook/patiently';
import { notWritable } from '../store/notWritable';

/** The part of the output folder in which submissions are unpacked; whatever it holds is made anew by each run. */
export class Workspace {
  private constructor(private readonly folder: string) {}

  /** @throws UserError when it cannot be written */
  static async open(out: string, shown: string): Promise<Workspace> {
    const folder = path.join(out, 'unpacked');
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

  /** An empty folder for one student's files. Names are sound, as they were those of files. */
  ofStudent(student: string): string {
    return path.join(this.folder, 'students', student);
  }

  /** Another, for what a person put right. */
  corrected(student: string): string {
    return path.join(this.folder, 'corrected', student);
  }

  /** Where files go that lay in several folders. */
  joined(student: string): string {
    return path.join(this.folder, 'joined', student);
  }

  /** Where files go that are graded under names of their exercises. */
  renamed(student: string): string {
    return path.join(this.folder, 'renamed', student);
  }
}
