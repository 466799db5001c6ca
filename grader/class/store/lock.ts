import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { UserError } from '../../errors';
import { notWritable } from './notWritable';

/** Who holds a lock. */
const holderSchema = v.object({
  pid: v.number(),
  host: v.string(),
  /** When that process started, where the system tells: process ids are used again. */
  started: v.nullable(v.string()),
});
type Holder = v.InferOutput<typeof holderSchema>;

/** A holder that has not written its name after this long, in ms, died before it could. */
const NAMELESS_LIMIT_MS = 5000;

/**
 * Takes the lock of an output folder. The lock of a process that is gone (killed, power cut) is taken over.
 *
 * @returns what gives the lock up
 * @throws UserError when another run holds it
 */
export function lockFolder(folder: string, shown: string): () => void {
  const file = path.join(folder, '.lock');
  for (let attempt = 0; attempt < 5; attempt++) {
    if (create(file, shown)) return () => fs.rmSync(file, { force: true });
    const text = read(file);
    if (text === null) continue;
    const problem = heldBy(text, file, shown);
    if (problem !== null) throw new UserError(problem);
    if (!removeStale(file, text)) break;
  }
  throw new UserError(`Another run has just started on ${shown}. Wait for it, or use another --out.`);
}

function create(file: string, shown: string): boolean {
  const holder: Holder = { pid: process.pid, host: os.hostname(), started: startOf(process.pid) };
  try {
    fs.writeFileSync(file, JSON.stringify(holder), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw notWritable(shown, error);
  }
}

function read(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** Why the lock cannot be taken; null when its holder is gone. */
function heldBy(text: string, file: string, shown: string): string | null {
  const holder = parseHolder(text);
  if (holder === null) {
    const age = Date.now() - (fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    return age > NAMELESS_LIMIT_MS ? null : `Another run is starting on ${shown}. Wait for it, or use another --out.`;
  }
  const { pid, host, started } = holder;
  if (host !== os.hostname())
    return `Another run on ${host} (process ${pid}) is writing to ${shown}. Wait for it; if that machine is gone, delete ${shown}/.lock.`;
  if (!isAlive(pid) || (started !== null && startOf(pid) !== started)) return null;
  return `Another run (process ${pid}) is writing to ${shown}. Wait for it, or use another --out.`;
}

function parseHolder(text: string): Holder | null {
  try {
    return v.parse(holderSchema, JSON.parse(text));
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * When a process started, with the boot that it belongs to; null where the system does not tell, and for one that has
 * ended and that nobody has taken note of, as in a container without an init.
 */
function startOf(pid: number): string | null {
  try {
    const status = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    const boot = fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The name in parentheses may hold spaces; after it come the state, and the start as the 20th field.
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : `${boot} ${fields[19]}`;
  } catch {
    return null;
  }
}

/** Removes the lock that was judged stale; false when somebody else was faster and it is a new one. */
function removeStale(file: string, judged: string): boolean {
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    fs.renameSync(file, aside);
  } catch {
    return true;
  }
  const same = read(aside) === judged;
  if (same) fs.rmSync(aside, { force: true });
  else fs.renameSync(aside, file);
  return same;
}
