import fs from 'node:fs';
import path from 'node:path';
import { concernsOneFile } from '../store/notWritable';
import type { OutputFolder } from '../store/outputFolder';

/** After so many files in a row that cannot be written, none can. */
const MAX_UNWRITTEN = 5;

/** Writes files of single students: one that cannot be written is said, and keeps nobody else's from being written. */
export class StudentFiles {
  /** By folder, when it is made, and the names of the files that it has now. */
  private readonly folders = new Map<string, { readonly made: Promise<void>; readonly names: Set<string> }>();
  private inARow = 0;
  private failed = 0;

  constructor(
    private readonly output: OutputFolder,
    private readonly say: (sentence: string) => void,
  ) {}

  /** Whether all could be written. */
  get complete(): boolean {
    return this.failed === 0;
  }

  /** Writes a file, unless it is there and the same: most of a class stays as it was, and a disk is slow. */
  async write(folder: string, name: string, text: string): Promise<void> {
    const { made, names } = this.folders.get(folder) ?? { made: this.output.makeFolder(folder), names: new Set() };
    this.folders.set(folder, { made, names });
    await made;
    names.add(name);
    const file = path.join(folder, name);
    if (textOf(path.join(this.output.folder, file)) === text) return;
    try {
      await this.output.write(file, text);
      this.inARow = 0;
    } catch (error) {
      this.inARow += 1;
      if (!concernsOneFile(error) || this.inARow === MAX_UNWRITTEN) throw error;
      this.failed += 1;
      this.say(error.message);
    }
  }

  /** Removes the files of a folder of ours that were not written this time: pages of students that are gone. */
  removeOthers(folder: string): void {
    const names = this.folders.get(folder)?.names;
    const place = path.join(this.output.folder, folder);
    if (names === undefined) this.remove(folder);
    else
      for (const entry of fs.readdirSync(place, { withFileTypes: true }))
        if (!names.has(entry.name) && !entry.isDirectory()) fs.rmSync(path.join(place, entry.name), { force: true });
  }

  /** Removes a folder of ours, or a file in one. */
  remove(name: string): void {
    fs.rmSync(path.join(this.output.folder, name), { recursive: true, force: true });
  }
}

function textOf(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
