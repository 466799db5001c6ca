import fs from 'node:fs';
import path from 'node:path';
import { MEMORY_MIB } from '../protocol/limits';

/**
 * What keeps a guest in: Node's permission model everywhere, and around it what the kernel offers.
 *
 * The kernel is not asked beforehand what it offers: a guest is started, and one that dies before its first reply, when
 * no learner's code has run yet, may mean that the kernel refuses this level (see `machine.ts`).
 */

/** Which layers were around the guest of a grading: the report's `isolation`. */
export interface Isolation {
  /** Node's permission model: no file read or written, no child process, no worker. */
  readonly permissions: boolean;
  /** A network of its own, without an interface: nothing can be reached, not even 127.0.0.1. */
  readonly network: boolean;
  /** A process tree of its own: no other process can be seen by number or signalled. */
  readonly processes: boolean;
  /** A hard bound on all memory, ArrayBuffers included. Without it only the JavaScript heap is bounded. */
  readonly memory: boolean;
}

/** Layers that a guest is started with together, and how. */
export interface IsolationLevel {
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

/** What keeps an aborted process from leaving a core file of hundreds of megabytes; nothing where there is no such tool. */
export function withoutCore(platform: NodeJS.Platform): readonly string[] {
  return platform === 'linux' ? command('prlimit', '--core=0') : [];
}

/** The levels that this machine may have, strongest first; the last needs nothing. */
export function isolationLevels(platform: NodeJS.Platform): readonly IsolationLevel[] {
  // On Windows, Node itself puts its children into a job that ends with it.
  const bare: IsolationLevel = { wrapper: [], isolation: BARE, endsWithHost: platform === 'win32' };
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
  const limited: IsolationLevel = {
    wrapper: [...deathSignal, ...limits],
    isolation: { ...BARE, memory },
    endsWithHost,
  };
  const full: IsolationLevel = {
    wrapper: [...limited.wrapper, ...namespaces, ...powerless],
    isolation: { ...limited.isolation, network: true, processes: true },
    endsWithHost,
  };
  return [...(namespaces.length > 0 ? [full] : []), ...(limited.wrapper.length > 0 ? [limited] : []), bare];
}
