import { createHash, type Hash } from 'node:crypto';
import path from 'node:path';
import { MAX_SOURCE_BYTES } from '../../sandbox/protocol/limits';
import { folderEntries } from '../../submission/folderEntries';
import { readPlainFile } from '../../submission/plainFile';

/** No exercise needs as many files; what is beyond is not read. */
const MAX_FILES = 5000;
/** No exercise needs as many bytes. */
const MAX_BYTES = 100 * 1024 ** 2;
/** A folder's entries beyond these are not looked at. */
const MAX_ENTRIES = 50_000;

/**
 * Hash of the source files of a submission: names and contents. What cannot be read is part of it, by the reason. It takes
 * bounded time whatever is in the folder, and holds the exercises' own files before all else.
 *
 * @param exercises names of the exercises
 */
export function hashSubmission(folder: string, exercises: readonly string[]): string {
  const hash = createHash('sha256');
  const files = [...firstOf(sourceFiles(folder), MAX_FILES + 1)];
  const own = exercises.map((name) => `${name}.ts`);
  const read = files.length <= MAX_FILES ? files : [...own, ...files.slice(0, MAX_FILES)];
  let left = MAX_BYTES;
  for (const file of read) left -= addFile(hash, file, path.join(folder, file), left);
  return hash.digest('hex');
}

/** Adds a file to a hash by its name and contents. @returns how many bytes were read */
export function addFile(hash: Hash, name: string, file: string, limit = MAX_SOURCE_BYTES): number {
  hash.update(`${name}\0`);
  const content = contentOf(file, Math.max(0, Math.min(limit, MAX_SOURCE_BYTES)));
  hash.update(`${content.length}\0`).update(content);
  return typeof content === 'string' ? 0 : content.length;
}

function* firstOf<T>(items: Iterable<T>, count: number): Generator<T> {
  let given = 0;
  for (const item of items) {
    if (given === count) return;
    given += 1;
    yield item;
  }
}

/** Paths of the `.ts` and `.js` files below `folder`, sorted, with `/`. Links to folders are not followed. */
function* sourceFiles(folder: string, below = '', seen = { entries: 0 }): Generator<string> {
  for (const entry of folderEntries(path.join(folder, below), MAX_ENTRIES - seen.entries)) {
    seen.entries += 1;
    const file = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    if (entry.isDirectory()) yield* sourceFiles(folder, file, seen);
    else if (/\.[jt]s$/.test(entry.name)) yield file;
  }
}

/**
 * A plain file's bytes, with the line ends that git gives it on Linux. Of anything else, and of a file larger than an
 * exercise may be, only what it is.
 */
function contentOf(file: string, limit: number): Buffer | string {
  const content = readPlainFile(file, limit);
  if (Buffer.isBuffer(content)) return withLineFeeds(content);
  if (content.why === 'error') return content.code;
  return content.why === 'too-large' ? `too large: ${content.size}` : 'not a file';
}

function withLineFeeds(bytes: Buffer): Buffer {
  return bytes.includes('\r\n') ? Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1') : bytes;
}
