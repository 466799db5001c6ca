import fs from 'node:fs';
import path from 'node:path';

/**
 * How the files below a folder are really spelled. Windows and macOS open `Softmax.ts` for `softmax.ts`, Linux does not:
 * where an answer is graded must make no difference. Paths are relative to the folder, with `/`.
 */
export class TrueNames {
  /** By folder; null for one that may not be listed. */
  private readonly listings = new Map<string, Listing | null>();

  constructor(private readonly root: string) {}

  /** Whether `file` is spelled as on disk, where it may be anything. */
  has(file: string): boolean {
    return this.find(file, ({ names }, typed) => (names.has(typed) ? typed : undefined)) === file;
  }

  /** What `file` is called when only the case of letters differs; null when it is not there at all. */
  ignoringCase(file: string): string | null {
    return this.find(file, ({ names, byLowerCase }, typed) =>
      names.has(typed) ? typed : byLowerCase.get(typed.toLowerCase()),
    );
  }

  /** Up to `count` files of the folder in which `file` would lie. */
  beside(file: string, count: number): readonly string[] {
    const folder = path.posix.dirname(file);
    const names = this.listing(folder === '.' ? '' : folder)?.names ?? [];
    return [...names].slice(0, count).map((name) => path.posix.join(folder, name));
  }

  private find(file: string, spelled: (listing: Listing, typed: string) => string | undefined): string | null {
    let found = '';
    for (const typed of file.split('/')) {
      const listing = this.listing(found);
      // A folder that may not be listed may hold it: opening the file will tell.
      const name = listing === null ? typed : spelled(listing, typed);
      if (name === undefined) return null;
      found = path.posix.join(found, name);
    }
    return found;
  }

  private listing(folder: string): Listing | null {
    const known = this.listings.get(folder);
    if (known !== undefined) return known;
    const listing = this.list(folder);
    this.listings.set(folder, listing);
    return listing;
  }

  private list(folder: string): Listing | null {
    try {
      return listingOf(fs.readdirSync(path.join(this.root, folder)));
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EACCES' ? null : listingOf([]);
    }
  }
}

/** What is in a folder, to be looked up many times: a folder may hold a million files, and a file as many imports. */
interface Listing {
  readonly names: ReadonlySet<string>;
  /** The first of those that only the case of letters tells apart. */
  readonly byLowerCase: ReadonlyMap<string, string>;
}

function listingOf(names: readonly string[]): Listing {
  const byLowerCase = new Map<string, string>();
  for (const name of names) if (!byLowerCase.has(name.toLowerCase())) byLowerCase.set(name.toLowerCase(), name);
  return { names: new Set(names), byLowerCase };
}
