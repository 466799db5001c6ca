import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { bundle, bundledFiles } from '../../submission/bundle';
import { KIT_ROOT } from '../../workbook/paths';
import { withoutCore } from './isolation';
import { type ScriptCode, type SnapshotCode, V8_FLAGS } from './launch';

/**
 * What a guest starts from: a startup snapshot of V8, which holds the guest's code as it is when it is ready for
 * requests, or else the guest's script. A snapshot saves 10 ms of 40, and with mathjs 50 of 100.
 *
 * A snapshot belongs to one version of Node on one platform. It is made when it is first wanted, in 0.4 s, and kept
 * beside the packages; where that fails, the script serves as well.
 */

/** mathjs as one file, loaded in 50 ms; the package's 1,500 files take 500. */
export const MATHJS = path.join(path.dirname(require.resolve('mathjs/package.json')), 'lib/browser/math.js');

/** Where the guest's program begins. */
export const GUEST = path.join(__dirname, '../guest/start.ts');
/** Where what guests start from is kept. A folder in it that is old was left behind, and is removed. */
export const CACHE = path.join(KIT_ROOT, 'node_modules', '.cache', 'guest');
const MAKING_LIMIT_MS = 20_000;
/** How long an empty file says that this Node cannot make the snapshot: what kept it from that may pass. */
const MARK_HOLDS_MS = 24 * 3_600_000;
/** A folder for making a snapshot that is older than this, in ms, was left behind by a process that is gone. */
const ABANDONED_MS = 3_600_000;

/** A snapshot that guests start from. */
export interface Snapshot {
  readonly code: SnapshotCode;
  /** Whether it holds mathjs. */
  readonly mathjs: boolean;
}

/** The guest's snapshots, as far as they can be made, kept and started here. */
export class Snapshots {
  /** By whether they hold mathjs; null where there is none. */
  private readonly known = new Map<boolean, Snapshot | null>();
  private readonly remade = new Set<boolean>();

  /** The best one to start a guest from. @param mathjs whether it will be asked for mathjs */
  of(mathjs: boolean): Snapshot | null {
    let snapshot = this.known.get(mathjs);
    if (snapshot === undefined) {
      snapshot = withMathjs(snapshotOf(GUEST, argumentsFor(mathjs)), mathjs);
      this.known.set(mathjs, snapshot);
    }
    return snapshot ?? (mathjs ? this.of(false) : null);
  }

  /** Takes note that no guest starts from `snapshot`, though one does from the script: it is made anew, once. */
  failed(snapshot: Snapshot): void {
    const { code, mathjs } = snapshot;
    // It may have been replaced already.
    if (this.known.get(mathjs) !== snapshot) return;
    const isLastTime = this.remade.has(mathjs);
    this.remade.add(mathjs);
    this.known.set(mathjs, isLastTime ? null : withMathjs(remade(code.file, GUEST, argumentsFor(mathjs)), mathjs));
    if (isLastTime) giveUp(code.file);
  }
}

function argumentsFor(mathjs: boolean): readonly string[] {
  return mathjs ? [MATHJS] : [];
}

function withMathjs(code: SnapshotCode | null, mathjs: boolean): Snapshot | null {
  return code === null ? null : { code, mathjs };
}

/** The file `entry` of the kit, with all that it imports, as a script, which every Node can start. */
export function scriptOf(entry: string): ScriptCode {
  return { kind: 'script', text: bundle(entry) };
}

/**
 * `entry` and all that it imports as a snapshot; null where none can be made, or kept.
 *
 * @param args arguments for its making, files that it depends on
 */
export function snapshotOf(entry: string, args: readonly string[] = []): SnapshotCode | null {
  try {
    const file = path.join(CACHE, keyOf(entry, args));
    const kept = fs.statSync(file, { throwIfNoEntry: false });
    if (kept !== undefined && kept.size > 0) return { kind: 'snapshot', file };
    if (kept !== undefined && Math.abs(Date.now() - kept.mtimeMs) < MARK_HOLDS_MS) return null;
    return remade(file, entry, args);
  } catch {
    return null;
  }
}

/** `script` under a name of its own: what a learner prints may be a stack, which is not to tell where the kit is. */
function named(script: string): string {
  return `require('node:vm').compileFunction(${JSON.stringify(script)}, ['require'], { filename: 'guest' })(require);`;
}

/** All that a snapshot depends on. */
function keyOf(entry: string, args: readonly string[]): string {
  const { version, platform, arch } = process;
  const hash = createHash('sha256').update(JSON.stringify([version, platform, arch, V8_FLAGS, named('')]));
  for (const file of [...bundledFiles(entry), ...args]) hash.update(fs.readFileSync(file));
  return `${version}-${platform}-${hash.digest('hex').slice(0, 32)}.blob`;
}

/** Makes a snapshot, whole or not at all; null where that does not work. */
function remade(file: string, entry: string, args: readonly string[]): SnapshotCode | null {
  try {
    fs.mkdirSync(CACHE, { recursive: true });
    removeAbandoned();
    // Whatever else an aborted process leaves there goes away with the folder.
    const workshop = fs.mkdtempSync(`${file}.`);
    try {
      const draft = path.join(workshop, 'draft.blob');
      const isMade = build(workshop, path.basename(draft), bundle(entry), args);
      if (!isMade) fs.writeFileSync(draft, '');
      fs.renameSync(draft, file);
      return isMade ? { kind: 'snapshot', file } : null;
    } finally {
      remove(workshop);
    }
  } catch {
    return null;
  }
}

/** Removes a folder. Windows holds that of a process that has just ended; what stays is removed as abandoned later. */
function remove(folder: string): void {
  try {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 20 });
  } catch {
    // The snapshot is made all the same.
  }
}

/**
 * Has Node build a snapshot. It is told of files by their names alone, as it reads and writes snapshots by paths in
 * Windows' old encoding.
 *
 * @returns false when this Node cannot
 * @throws when the attempt says nothing about that
 */
function build(workshop: string, draft: string, script: string, args: readonly string[]): boolean {
  fs.writeFileSync(path.join(workshop, 'script.js'), named(script));
  const flags = [...V8_FLAGS, '--snapshot-blob', draft, '--build-snapshot', 'script.js'];
  const [first, ...rest] = [...withoutCore(process.platform), process.execPath, ...flags, ...args];
  const { status, signal, error } = spawnSync(first, rest, {
    cwd: workshop,
    env: {},
    stdio: 'ignore',
    timeout: MAKING_LIMIT_MS,
    killSignal: 'SIGKILL',
    windowsHide: true,
  });
  if (error !== undefined) throw error;
  if (signal === 'SIGKILL') throw new Error('killed');
  return status === 0;
}

/** Marks a snapshot as one that does not start. */
function giveUp(file: string): void {
  try {
    fs.writeFileSync(file, '');
  } catch {
    // The next process will find that out by itself.
  }
}

function removeAbandoned(): void {
  for (const entry of fs.readdirSync(CACHE, { withFileTypes: true })) {
    const folder = path.join(CACHE, entry.name);
    if (entry.isDirectory() && Date.now() - fs.statSync(folder).mtimeMs > ABANDONED_MS) remove(folder);
  }
}
