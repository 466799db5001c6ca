import { isUtf8 } from 'node:buffer';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as yauzl from 'yauzl';
import { systemWords, UserError } from '../../errors';
import { MAX_SOURCE_BYTES } from '../../sandbox/protocol/limits';
import { isSetAside } from '../../submission/folderEntries';
import { HAND_IN_FILE } from '../../submission/handIn';
import { CONCERNS_ALL, notWritable } from '../store/notWritable';
import { GRADESCOPE_METADATA } from './gradescope';

/** What may still be unpacked of one submission, or of a whole class; zips that lie in each other share it. */
export interface Allowance {
  entries: number;
  bytes: number;
}

/** For one student: with all packages of a project, of which nothing is unpacked, it has some 30,000 files. */
export function studentAllowance(): Allowance {
  return { entries: 200_000, bytes: 256 * 1024 ** 2 };
}

/** For a download: as many entries as 400 students with their packages have. */
export function downloadAllowance(): Allowance {
  return { entries: 20_000_000, bytes: 8 * 1024 ** 3 };
}

/** A zip in a zip is at most as large as this. */
export const MAX_ZIP_BYTES = 128 * 1024 ** 2;
/** Larger than any source may be, so that whoever hands in such a file is told. */
export const MAX_FILE_BYTES = 16 * MAX_SOURCE_BYTES;

/** What may be an answer, under any name that editors and browsers give it. */
export const SOURCE = /\.[cm]?[jt]sx?(?:\.txt)?$/i;
export const ZIP = /\.zip$/i;
/** What nothing here opens, and a person can. */
export const ARCHIVE = /\.(?:rar|7z|tar|t?gz|bz2|xz)$/i;
/** What Canvas and Moodle make of a text that was typed instead of a file. */
export const TYPED_TEXT = /(?:^|_)(?:online)?text\.html$/;

/** What a file that grading has no use for is called when it is unpacked: empty, to show that it was there. */
export const NOT_UNPACKED = '.not-unpacked';

/** What a file was called that was not unpacked. */
export function original(file: string): string {
  return file.endsWith(NOT_UNPACKED) ? file.slice(0, -NOT_UNPACKED.length) : file;
}

/** A person reads no more of what is wrong with one zip. */
const MAX_PROBLEMS = 5;

/** The time of each unpacked file, by path, in ms since 1970; and why something was not unpacked, in sentences. */
export interface Unzipped {
  readonly times: ReadonlyMap<string, number>;
  readonly problems: readonly string[];
}

/**
 * Unpacks a zip into `into`: sources, typed texts and zips in it. Of all else there only is an empty file that says so, and nothing
 * of packages and of what is hidden. Nothing is written outside `into`, and links are not made.
 *
 * @throws when `signal` comes, and UserError when nothing more can be written
 */
export async function unzip(file: string, into: string, allowance: Allowance, signal: AbortSignal): Promise<Unzipped> {
  const times = new Map<string, number>();
  const problems = new Set<string>();
  const note = (problem: string) => problems.size < MAX_PROBLEMS && problems.add(problem);
  makeFolder(into);
  let zip: yauzl.ZipFile | null = null;
  try {
    // Names are decoded below, one by one: a bad one shall not spoil the rest.
    zip = await yauzl.openPromise(file, { decodeStrings: false });
    for await (const entry of zip.eachEntry()) {
      signal.throwIfAborted();
      allowance.entries -= 1;
      if (allowance.entries < 0) throw new Error('it holds too many files');
      const name = nameOf(entry);
      if (name?.split('/').some(isSetAside)) continue;
      const problem =
        name === null ? 'a path in it leads outside' : await unpackEntry(zip, entry, name, into, allowance);
      if (problem !== null) note(problem);
      else if (name?.endsWith('/') === false) times.set(path.join(into, name), entry.getLastModDate().getTime());
    }
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof UserError) throw error;
    note(reasonOf(error));
  } finally {
    zip?.close();
  }
  if (zip?.entryCount === 0) note('it is empty');
  return { times, problems: [...problems] };
}

/** Says of an entry that its name is UTF-8. */
const UTF8 = 0x800;

/**
 * An entry's path; null when it leads outside. What is UTF-8 is read so, as macOS writes it and does not say so; else it is
 * CP437, in which such sequences of bytes mean nothing.
 */
function nameOf(entry: yauzl.Entry): string | null {
  const raw = entry.fileName as unknown as Buffer;
  const flags = entry.generalPurposeBitFlag | (isUtf8(raw) ? UTF8 : 0);
  const name = yauzl.getFileNameLowLevel(flags, raw, entry.extraFields, false);
  if (name.includes('\0') || yauzl.validateFileName(name) !== null) return null;
  return path.posix.normalize(name.normalize('NFC'));
}

/** @returns what keeps it from being unpacked; null when it was, or nobody misses it */
async function unpackEntry(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  name: string,
  into: string,
  allowance: Allowance,
): Promise<string | null> {
  const target = path.join(into, name);
  try {
    if (name.endsWith('/')) makeFolder(target);
    else {
      const problem = problemOf(entry, name, allowance);
      if (problem !== null) return problem;
      makeFolder(path.dirname(target));
      if (!isWanted(name)) fs.writeFileSync(target + NOT_UNPACKED, '');
      // The library ends the stream when there are more bytes than the entry says.
      else await pipeline(await zip.openReadStreamPromise(entry), fs.createWriteStream(target, { flags: 'wx' }));
    }
    return null;
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (CONCERNS_ALL.has(code)) throw notWritable(into, error);
    if (code === 'EEXIST' && syscall === 'open') return `it holds ${name} twice; the first was taken`;
    if (fs.existsSync(target)) fs.rmSync(target);
    return `${name} cannot be unpacked (${reasonOf(error)})`;
  }
}

function isWanted(name: string): boolean {
  const file = path.posix.basename(name);
  return [ZIP, SOURCE, TYPED_TEXT].some((one) => one.test(file)) || [GRADESCOPE_METADATA, HAND_IN_FILE].includes(file);
}

function problemOf(entry: yauzl.Entry, name: string, allowance: Allowance): string | null {
  if (isLink(entry)) return `${name} is a link`;
  if (!isWanted(name)) return null;
  if (entry.isEncrypted()) return `${name} is encrypted`;
  if (entry.uncompressedSize > (ZIP.test(name) ? MAX_ZIP_BYTES : MAX_FILE_BYTES)) return `${name} is too large`;
  allowance.bytes -= entry.uncompressedSize;
  return allowance.bytes < 0 ? 'it holds too many bytes' : null;
}

function makeFolder(folder: string): void {
  fs.mkdirSync(folder, { recursive: true });
}

/** Whether Unix would make a link of it. */
function isLink({ externalFileAttributes }: yauzl.Entry): boolean {
  return ((externalFileAttributes >>> 16) & fs.constants.S_IFMT) === fs.constants.S_IFLNK;
}

function reasonOf(error: unknown): string {
  if ((error as NodeJS.ErrnoException).code !== undefined) return systemWords(error);
  const message = error instanceof Error ? error.message : String(error);
  return /end of central directory|signature/i.test(message) ? 'it is no zip, or not all of one' : message;
}
