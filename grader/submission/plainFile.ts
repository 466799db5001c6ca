import fs from 'node:fs';

/** Why a path has no bytes to read. */
export type NotPlain =
  | { readonly why: 'folder' | 'special' }
  | { readonly why: 'too-large'; readonly size: number }
  | { readonly why: 'error'; readonly code: string };

/** Where a system has it: opening a pipe must not wait for somebody to write into it. */
const NO_WAIT = fs.constants.O_NONBLOCK ?? 0;

/** Bytes to ask for when a file is longer than it said. */
const MORE = 65_536;

/**
 * The bytes of a plain file, or why there are none. It never waits and never reads more than `limit` bytes, also when the
 * file becomes a pipe, or grows, while it is looked at.
 */
export function readPlainFile(file: string, limit: number): Buffer | NotPlain {
  try {
    // A device may do something when it is opened.
    const before = problemOf(fs.statSync(file), limit);
    if (before !== null) return before;
    const handle = fs.openSync(file, fs.constants.O_RDONLY | NO_WAIT);
    try {
      const status = fs.fstatSync(handle);
      return problemOf(status, limit) ?? readUpTo(handle, limit, status.size);
    } finally {
      fs.closeSync(handle);
    }
  } catch (error) {
    return { why: 'error', code: (error as NodeJS.ErrnoException).code ?? String(error) };
  }
}

function problemOf(status: fs.Stats, limit: number): NotPlain | null {
  if (status.isDirectory()) return { why: 'folder' };
  if (!status.isFile()) return { why: 'special' };
  return status.size > limit ? { why: 'too-large', size: status.size } : null;
}

/** @param expected how many bytes there seem to be */
function readUpTo(handle: number, limit: number, expected: number): Buffer | NotPlain {
  const chunks: Buffer[] = [];
  let size = 0;
  for (let room = expected + 1; ; room = MORE) {
    const chunk = Buffer.allocUnsafe(Math.min(room, limit + 1 - size));
    const count = fs.readSync(handle, chunk, 0, chunk.length, null);
    if (count === 0) return Buffer.concat(chunks, size);
    chunks.push(chunk.subarray(0, count));
    size += count;
    if (size > limit) return { why: 'too-large', size };
  }
}
