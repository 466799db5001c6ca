import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as v from 'valibot';
import { UserError } from '../../errors';
import { removeQuietly } from '../../workbook/files';
import { patiently } from '../../workbook/patiently';
import { isAlive, processSpace, startOf } from './liveness';
import { notWritable } from './notWritable';

/** Who holds a lock. */
const holderSchema = v.object({
  pid: v.number(),
  host: v.string(),
  /** When that process started, where the system tells: process ids are used again. */
  started: v.nullable(v.string()),
  /** Where its process id means something: in a container it means another process, or none. Older versions did not write it. */
  space: v.optional(v.nullable(v.string())),
});
type Holder = v.InferOutput<typeof holderSchema>;

/** A holder that has not written its name after this long, in ms, died before it could. */
const NAMELESS_LIMIT_MS = 5000;

/** How a holder that cannot be seen from here shows that it is alive, in ms. */
export interface Beat {
  /** It touches its lock this often. */
  readonly every: number;
  /** Once it has not done so for this long, it is taken for gone. No clocks are compared: we watch for that long ourselves. */
  readonly patience: number;
}

const BEAT: Beat = { every: 5000, patience: 20_000 };

/** A folder's lock, held by this process. */
export interface Lock {
  /** Whether it still is: a run that stood still for long may have been taken for dead. */
  isOurs(): boolean;
  release(): Promise<void>;
}

/**
 * Takes the lock of an output folder. The lock of a process that is gone (killed, power cut) is taken over.
 *
 * @throws UserError when another run holds it
 */
export async function lockFolder(folder: string, shown: string, beat = BEAT): Promise<Lock> {
  const file = path.join(folder, '.lock');
  for (let attempt = 0; attempt < 5; attempt++) {
    const lock = await create(file, shown, beat);
    if (lock !== null) return lock;
    const text = read(file);
    if (text === null) continue;
    const problem = await heldBy(text, file, shown, beat);
    if (problem !== null) throw new UserError(problem);
    if (!(await removeStale(file, text))) break;
  }
  throw new UserError(`Another run has just started on ${shown}. Wait for it, or use another --out.`);
}

async function create(file: string, shown: string, beat: Beat): Promise<Lock | null> {
  const { pid } = process;
  const holder: Holder = { pid, host: os.hostname(), started: startOf(pid), space: processSpace() };
  const text = JSON.stringify(holder);
  try {
    await patiently(() => fs.promises.writeFile(file, text, { flag: 'wx' }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return null;
    throw notWritable(shown, error);
  }
  const isOurs = () => read(file) === text;
  const beating = setInterval(() => touch(file), beat.every);
  beating.unref();
  return {
    isOurs,
    async release() {
      clearInterval(beating);
      if (isOurs()) await removeQuietly(file);
    },
  };
}

function touch(file: string): void {
  try {
    fs.utimesSync(file, new Date(), new Date());
  } catch {
    // Whether the lock is gone is asked before anything is written.
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
async function heldBy(text: string, file: string, shown: string, beat: Beat): Promise<string | null> {
  const holder = parseHolder(text);
  if (holder === null) {
    // A clock that was set back makes files of the future.
    const age = Math.abs(Date.now() - (fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0));
    return age > NAMELESS_LIMIT_MS ? null : `Another run is starting on ${shown}. Wait for it, or use another --out.`;
  }
  const { pid, host, started, space } = holder;
  const writing = (who: string) => `Another run (${who}) is writing to ${shown}. Wait for it, or use another --out.`;
  if (host === os.hostname() && (space === undefined || space === processSpace())) {
    if (!isAlive(pid)) return null;
    // Where the system does not tell when a process started, its number may be another's by now.
    const holds = started === null ? await beats(file, beat) : startOf(pid) === started;
    return holds ? writing(`process ${pid}`) : null;
  }
  if (space === undefined)
    return `Another run on ${host} (process ${pid}) is writing to ${shown}. Wait for it; if that machine is gone, delete ${shown}/.lock.`;
  return (await beats(file, beat)) ? writing(`process ${pid} on ${host}`) : null;
}

/** Whether somebody touches the lock while we look on. */
async function beats(file: string, { every, patience }: Beat): Promise<boolean> {
  const touched = () => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  const before = touched();
  for (let waited = 0; waited < patience; waited += every) {
    await wait(every);
    if (touched() !== before) return true;
  }
  return false;
}

function parseHolder(text: string): Holder | null {
  try {
    return v.parse(holderSchema, JSON.parse(text));
  } catch {
    return null;
  }
}

/** Removes the lock that was judged stale; false when somebody else was faster and it is a new one. */
async function removeStale(file: string, judged: string): Promise<boolean> {
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    await patiently(() => fs.promises.rename(file, aside));
  } catch {
    return true;
  }
  const same = read(aside) === judged;
  if (same) await removeQuietly(aside);
  else await fs.promises.rename(aside, file);
  return same;
}
