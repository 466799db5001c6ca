import fs from 'node:fs';
import path from 'node:path';
import { concernsOneFile } from '../store/notWritable';
import type { OutputFolder } from '../store/outputFolder';

/** After so many files in a row that cannot be written, none can. */
const MAX_UNWRITTEN = 5;

/** Writes files of single students: one that cannot be written is said, and keeps nobody else's from being written. */
export class StudentFiles {
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

  /** Removes what is in a folder of ours, but for these files: pages of students that are gone. */
  keepOnly(folder: string, names: ReadonlySet<string>): void {
    const place = path.join(this.output.folder, folder);
    if (names.size === 0) this.remove(folder);
    else
      for (const name of fs.readdirSync(place))
        if (!names.has(name)) fs.rmSync(path.join(place, name), { force: true });
  }

  /** Removes a folder of ours. */
  remove(folder: string): void {
    fs.rmSync(path.join(this.output.folder, folder), { recursive: true, force: true });
  }
}

function textOf(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
