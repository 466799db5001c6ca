import fs from 'node:fs';
import path from 'node:path';

/**
 * How the files below a folder are really spelled. Windows and macOS open `Softmax.ts` for `softmax.ts`, Linux does not:
 * where an answer is graded must make no difference. Paths are relative to the folder, with `/`.
 */
export class TrueNames {
  private readonly listings = new Map<string, readonly string[] | null>();

  constructor(private readonly root: string) {}

  /** Whether `file` is spelled as on disk, where it may be anything. */
  has(file: string): boolean {
    return this.find(file, (name, typed) => name === typed) === file;
  }

  /** What `file` is called when only the case of letters differs; null when it is not there at all. */
  ignoringCase(file: string): string | null {
    return this.find(file, (name, typed) => name.toLowerCase() === typed.toLowerCase());
  }

  private find(file: string, fits: (name: string, typed: string) => boolean): string | null {
    let found = '';
    for (const typed of file.split('/')) {
      const names = this.listing(found);
      // A folder that may not be listed may hold it: opening the file will tell.
      const name =
        names === null ? typed : (names.find((one) => one === typed) ?? names.find((one) => fits(one, typed)));
      if (name === undefined) return null;
      found = path.posix.join(found, name);
    }
    return found;
  }

  private listing(folder: string): readonly string[] | null {
    const known = this.listings.get(folder);
    if (known !== undefined) return known;
    const names = this.list(folder);
    this.listings.set(folder, names);
    return names;
  }

  private list(folder: string): readonly string[] | null {
    try {
      return fs.readdirSync(path.join(this.root, folder));
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EACCES' ? null : [];
    }
  }
}
