import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { bundle, bundledFiles } from '../../submission/bundle';
import { KIT_ROOT } from '../../workbook/paths';
import { V8_FLAGS } from './isolation';

/**
 * What a guest starts from: a startup snapshot of V8, which holds the guest's code as it is when it is ready for
 * requests, or else the guest's script. A snapshot saves 10 ms of 40, and with mathjs 50 of 100.
 *
 * A snapshot belongs to one version of Node. It is made when it is first wanted, in 0.4 s, and kept beside the
 * packages; where that fails (Node 22 aborts over mathjs), the script serves as well.
 */
export interface Image {
  /** As arguments of Node's. */
  readonly program: readonly string[];
}

/** mathjs as one file, loaded in 50 ms; the package's 1,500 files take 500. */
export const MATHJS = path.join(path.dirname(require.resolve('mathjs/package.json')), 'lib/browser/math.js');

const GUEST = path.join(__dirname, '../guest/start.ts');
const KEPT = path.join(KIT_ROOT, 'node_modules', '.cache', 'guest');
const MAKING_LIMIT_MS = 20_000;

const known = new Map<boolean, Image>();
let script: Image | null = null;
let snapshotsWork = true;

/** What to start a guest from. @param mathjs whether it will be asked for mathjs */
export function imageOf(mathjs: boolean): Image {
  if (!snapshotsWork) return guestScript();
  const image = known.get(mathjs) ?? snapshotOf(GUEST, mathjs ? [MATHJS] : []) ?? guestScript();
  known.set(mathjs, image);
  return image;
}

/** Takes note that no guest starts from `image`; false when there is no other to try. */
export function imageFailed(image: Image): boolean {
  if (!snapshotsWork || image === script) return false;
  snapshotsWork = false;
  return true;
}

function guestScript(): Image {
  script ??= scriptOf(GUEST);
  return script;
}

/** The file `entry` of the kit, with all that it imports, as a script, which every Node can start. */
export function scriptOf(entry: string): Image {
  return { program: ['-e', bundle(entry), '--'] };
}

/**
 * `entry` and all that it imports as a snapshot; null where none can be made, or kept.
 *
 * @param args arguments for its making, files that it depends on
 */
export function snapshotOf(entry: string, args: readonly string[] = []): Image | null {
  const file = path.join(KEPT, keyOf(entry, args));
  try {
    if (!fs.existsSync(file)) make(file, entry, args);
    // An empty file says that this Node cannot make it.
    return fs.statSync(file).size > 0 ? { program: ['--snapshot-blob', file] } : null;
  } catch {
    return null;
  }
}

/** All that a snapshot depends on. */
function keyOf(entry: string, args: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify([process.version, process.arch, V8_FLAGS]));
  for (const file of [...bundledFiles(entry), ...args]) hash.update(fs.readFileSync(file));
  return `${process.version}-${hash.digest('hex').slice(0, 32)}.blob`;
}

/** Makes a snapshot, whole or not at all. @throws when it cannot be kept */
function make(file: string, entry: string, args: readonly string[]): void {
  const source = `${file}.${process.pid}.js`;
  const draft = `${file}.${process.pid}`;
  fs.mkdirSync(KEPT, { recursive: true });
  try {
    fs.writeFileSync(source, bundle(entry));
    fs.writeFileSync(draft, '');
    const flags = [...V8_FLAGS, '--snapshot-blob', draft, '--build-snapshot', source];
    const { status } = spawnSync(process.execPath, [...flags, ...args], {
      cwd: KEPT,
      env: {},
      stdio: 'ignore',
      timeout: MAKING_LIMIT_MS,
      killSignal: 'SIGKILL',
      windowsHide: true,
    });
    if (status !== 0) fs.truncateSync(draft);
    fs.renameSync(draft, file);
  } finally {
    for (const left of [source, draft]) fs.rmSync(left, { force: true });
  }
}
