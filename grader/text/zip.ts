import { strToU8, type Zippable, zipSync } from 'fflate';

/** What a zip holds. */
export interface ZipEntry {
  readonly content: string | Uint8Array;
  /** When the file was last changed, in ms since 1970. Without it, every time is the same, so that equal files make equal zips. */
  readonly time?: number;
}

/** The earliest time that a zip can hold. */
const NO_TIME = new Date(1980, 0, 1).getTime();

/** A zip of files by their paths. */
export function zipped(files: ReadonlyMap<string, ZipEntry>): Buffer {
  const entries = [...files].map(([file, { content, time = NO_TIME }]) => {
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    return [file, [bytes, { mtime: Math.max(time, NO_TIME) }]] as const;
  });
  return Buffer.from(zipSync(Object.fromEntries(entries) as Zippable));
}
