import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { KIT_ROOT } from '../../workbook/paths';
import { HEAP_MIB, YOUNG_MIB } from '../protocol/limits';
import type { IsolationLevel } from './isolation';

/** What Node runs in a process that is kept in: a startup snapshot of V8, or a script. */
export type Code = SnapshotCode | ScriptCode;

/** A startup snapshot, in a file. */
export interface SnapshotCode {
  readonly kind: 'snapshot';
  /** Full path. */
  readonly file: string;
}

/** A script, as text. */
export interface ScriptCode {
  readonly kind: 'script';
  readonly text: string;
}

/**
 * V8's flags for the guest. No code from strings, and bounds on the heap. The rest is time: compiling in turn with
 * what is compiled (aside, it takes a fifth more of a processor, and another guest is waiting for that), machine code
 * for loops from the start, and no new seed for the tables in a snapshot, which a guest would sort anew for 4 ms (a
 * learner who knows the seed slows down nobody else). A snapshot only starts with those flags that it was made with.
 */
export const V8_FLAGS: readonly string[] = [
  '--disallow-code-generation-from-strings',
  '--no-concurrent-recompilation',
  '--always-sparkplug',
  '--no-rehash-snapshot',
  `--max-old-space-size=${HEAP_MIB}`,
  `--min-semi-space-size=${YOUNG_MIB}`,
];

/** No file can be read or written, no child process or worker started. */
const NODE_FLAGS: readonly string[] = [
  '--no-warnings',
  process.allowedNodeEnvironmentFlags.has('--permission') ? '--permission' : '--experimental-permission',
  ...V8_FLAGS,
];

/**
 * Reads a script from standard input, its length first, and runs it; what follows on standard input is the script's.
 * So no file of ours need be readable, and the command line stays short: Windows takes 32,767 characters.
 */
const LOADER = `
const { readSync } = require('node:fs');
function read(count) {
  const bytes = Buffer.alloc(count);
  for (let done = 0; done < count; ) {
    try {
      const got = readSync(0, bytes, done, count - done, null);
      if (got === 0) process.exit();
      done += got;
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error;
    }
  }
  return bytes;
}
const script = read(read(4).readUInt32LE()).toString();
require('node:vm').compileFunction(script, ['require'], { filename: 'guest' })(require);
`;

/** What libuv gives every process of Windows, but for the system's own folders, which Windows needs. */
const OF_WINDOWS = ['HOMEDRIVE', 'HOMEPATH', 'LOGONSERVER', 'PATH', 'TEMP', 'USERDOMAIN', 'USERNAME', 'USERPROFILE'];

/** An environment that tells nothing. libuv adds variables to an empty one on Windows, but not those that are there. */
function emptyEnvironment(platform: NodeJS.Platform): NodeJS.ProcessEnv {
  return platform === 'win32' ? Object.fromEntries(OF_WINDOWS.map((name) => [name, ''])) : {};
}

/**
 * Starts Node on `code`, kept in by `level`, with an empty environment.
 *
 * @param args arguments of the code's
 * @throws the system's error when there is no process: some `spawn` throws, and some it emits
 */
export async function launch(
  code: Code,
  level: IsolationLevel,
  stdio: StdioOptions,
  args: readonly string[] = [],
): Promise<ChildProcess> {
  // Node reads a snapshot by a path in Windows' old encoding, which holds few letters: it is named from its own folder.
  const { cwd, program } =
    code.kind === 'snapshot'
      ? { cwd: path.dirname(code.file), program: ['--snapshot-blob', path.basename(code.file)] }
      : { cwd: KIT_ROOT, program: ['-e', LOADER, '--'] };
  const [first, ...rest] = [...level.wrapper, process.execPath, ...NODE_FLAGS, ...program, ...args];
  const child = spawn(first, rest, { cwd, stdio, env: emptyEnvironment(process.platform), windowsHide: true });
  await once(child, 'spawn');
  const input: Writable | null = child.stdin;
  // A process that dies while we write is reported by its exit, not by the broken pipe.
  input?.on('error', () => {});
  if (code.kind === 'script') input?.write(framed(code.text));
  return child;
}

function framed(script: string): Buffer {
  const bytes = Buffer.from(script);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([length, bytes]);
}
