import fs from 'node:fs';
import path from 'node:path';
import { HEAP_MIB, MEMORY_MIB, YOUNG_MIB } from '../protocol/limits';

/**
 * What keeps a guest in: Node's permission model everywhere, and around it what the kernel offers.
 *
 * A cage is tried by starting a guest in it. One that dies before its first reply, when no learner's code has run
 * yet, means that this kernel refuses the cage, and the next weaker one is taken for the rest of this process.
 */

/** Which layers were around the guest of a grading: the report's `isolation`. */
export interface Isolation {
  /** Node's permission model: no file but mathjs, no file written, no child process, no worker. */
  readonly permissions: boolean;
  /** A network of its own, without an interface: nothing can be reached, not even 127.0.0.1. */
  readonly network: boolean;
  /** A process tree of its own: no other process can be seen by number or signalled. */
  readonly processes: boolean;
  /** A hard bound on all memory, ArrayBuffers included. Without it only the JavaScript heap is bounded. */
  readonly memory: boolean;
}

export interface Cage {
  /** The command that the guest's own command is appended to; empty where there is nothing to wrap it in. */
  readonly wrapper: readonly string[];
  readonly isolation: Isolation;
  /** Whether the guest is killed when the host dies, however that happens. */
  readonly endsWithHost: boolean;
}

const BARE: Isolation = { permissions: true, network: false, processes: false, memory: false };

/** The full path of a program of util-linux, null where there is none. */
function tool(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  return folders.map((folder) => path.join(folder, name)).find((file) => fs.existsSync(file)) ?? null;
}

function command(name: string, ...args: readonly string[]): readonly string[] {
  const program = tool(name);
  return program === null ? [] : [program, ...args];
}

/** The cages that this machine may have, strongest first; the last needs nothing. */
export function cagesOf(platform: NodeJS.Platform): readonly Cage[] {
  // On Windows, Node itself puts its children into a job that ends with it.
  const bare: Cage = { wrapper: [], isolation: BARE, endsWithHost: platform === 'win32' };
  if (platform !== 'linux') return [bare];
  const deathSignal = command('setpriv', '--pdeathsig', 'KILL');
  const bytes = `--data=${MEMORY_MIB * 1024 ** 2}`;
  // No byte can be written to a file, and an aborted guest leaves no core file.
  const limits = command('prlimit', bytes, '--fsize=0', '--core=0');
  const namespaces = command('unshare', ...['--user', '--map-root-user', '--net', '--pid', '--fork', '--kill-child']);
  // Being root of its own namespace would open parts of the kernel that no exercise needs.
  const powerless = command('setpriv', '--no-new-privs', '--bounding-set=-all', '--inh-caps=-all');
  const memory = limits.length > 0;
  const endsWithHost = deathSignal.length > 0;
  const limited: Cage = {
    wrapper: [...deathSignal, ...limits],
    isolation: { ...BARE, memory },
    endsWithHost,
  };
  const full: Cage = {
    wrapper: [...limited.wrapper, ...namespaces, ...powerless],
    isolation: { ...limited.isolation, network: true, processes: true },
    endsWithHost,
  };
  return [...(namespaces.length > 0 ? [full] : []), ...(limited.wrapper.length > 0 ? [limited] : []), bare];
}

const cages = cagesOf(process.platform);
let current = 0;

/** The strongest cage that has not failed in this process. */
export function currentCage(): Cage {
  return cages[current];
}

/** Takes note that no guest starts in `cage`; false when there is no weaker one. */
export function cageFailed(cage: Cage): boolean {
  const index = cages.indexOf(cage);
  if (index < 0 || index === cages.length - 1) return false;
  current = Math.max(current, index + 1);
  return true;
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

/** Node's flags for the guest: no files but `readable`, no child processes or workers. */
function nodeFlags(readable: string): readonly string[] {
  const major = Number(process.versions.node.split('.')[0]);
  const permission = major < 23 ? '--experimental-permission' : '--permission';
  return ['--no-warnings', permission, `--allow-fs-read=${readable}`, ...V8_FLAGS];
}

/**
 * The command that runs Node in `cage`.
 *
 * @param program what it runs, as arguments of Node's
 * @param readable the one file that it may read, its first argument
 * @param args further arguments
 */
export function cagedCommand(
  cage: Cage,
  program: readonly string[],
  readable: string,
  args: readonly string[] = [],
): readonly [program: string, args: readonly string[]] {
  const [first, ...rest] = [...cage.wrapper, process.execPath, ...nodeFlags(readable), ...program, readable, ...args];
  return [first, rest];
}
