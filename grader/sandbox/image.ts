import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { KIT_ROOT } from '../paths';
import { bundle } from './bundle';
import { V8_FLAGS } from './cage';

/**
 * What guests start from: a startup snapshot of V8, which holds the guest's code as it is when it is ready for
 * requests, or else the guest's script. A snapshot saves 10 ms of 40, and with mathjs 50 of 100.
 *
 * A snapshot belongs to one version of Node. It is made when it is first wanted, in 0.4 s, and kept beside the
 * packages; where that fails (Node 22 aborts over mathjs), the script serves as well.
 */
export interface Image {
  /** As arguments of Node's. */
  readonly program: readonly string[];
}

/** mathjs as one file. */
export const MATHJS = path.join(path.dirname(require.resolve('mathjs/package.json')), 'lib/browser/math.js');

const PARTS = ['guest', 'describe', 'frame', 'intrinsics', 'library', 'limits', 'printed', 'withinTime'];
const KEPT = path.join(KIT_ROOT, 'node_modules', '.cache', 'guest');
const MAKING_LIMIT_MS = 20_000;

const snapshots = new Map<boolean, Image | null>();
let script: Image | null = null;
let snapshotsWork = true;

/** What to start a guest from. @param mathjs whether it will be asked for mathjs */
export function imageOf(mathjs: boolean): Image {
  if (!snapshotsWork) return scriptImage();
  if (!snapshots.has(mathjs)) snapshots.set(mathjs, snapshotImage(mathjs));
  return snapshots.get(mathjs) ?? scriptImage();
}

/** Takes note that no guest starts from `image`; false when there is no other to try. */
export function imageFailed(image: Image): boolean {
  if (!snapshotsWork || image === script) return false;
  snapshotsWork = false;
  return true;
}

/** The guest as a script, which every Node can start. */
export function scriptImage(): Image {
  script ??= { program: ['-e', bundle(['guestScript', ...PARTS]), '--'] };
  return script;
}

function snapshotImage(mathjs: boolean): Image | null {
  const file = path.join(KEPT, keyOf(mathjs));
  if (!fs.existsSync(file)) make(file, mathjs);
  // An empty file says that this Node cannot make it.
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return size > 0 ? { program: ['--snapshot-blob', file] } : null;
}

/** All that a snapshot depends on. */
function keyOf(mathjs: boolean): string {
  const hash = createHash('sha256').update(JSON.stringify([process.version, process.arch, V8_FLAGS]));
  for (const part of ['guestSnapshot', ...PARTS]) hash.update(fs.readFileSync(path.join(__dirname, `${part}.ts`)));
  if (mathjs) hash.update(fs.readFileSync(MATHJS));
  return `${process.version}-${hash.digest('hex').slice(0, 32)}.blob`;
}

/** Makes a snapshot, whole or not at all; where nothing can be written, there is none. */
function make(file: string, mathjs: boolean): void {
  const source = `${file}.${process.pid}.js`;
  const draft = `${file}.${process.pid}`;
  try {
    fs.mkdirSync(KEPT, { recursive: true });
    fs.writeFileSync(source, bundle(['guestSnapshot', ...PARTS]));
    fs.writeFileSync(draft, '');
    const flags = [...V8_FLAGS, '--snapshot-blob', draft, '--build-snapshot', source];
    const { status } = spawnSync(process.execPath, [...flags, ...(mathjs ? [MATHJS] : [])], {
      cwd: KEPT,
      env: {},
      stdio: 'ignore',
      timeout: MAKING_LIMIT_MS,
      killSignal: 'SIGKILL',
      windowsHide: true,
    });
    if (status !== 0) fs.truncateSync(draft);
    fs.renameSync(draft, file);
  } catch {
    fs.rmSync(draft, { force: true });
  } finally {
    fs.rmSync(source, { force: true });
  }
}
