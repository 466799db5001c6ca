import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { IsolationLevel } from '../host/isolation';
import { type Code, launch } from '../host/launch';
import { Machine } from '../host/machine';
import { Sandbox } from '../host/sandbox';
import { scriptOf, snapshotOf } from '../host/snapshot';
import { MEMORY_MIB } from '../protocol/limits';
import type { PromiseReport } from './promiseReport';

/**
 * What code could do that has escaped from the guest's own precautions and has all of Node at hand: it runs in the
 * same isolation as the guest, and tells what it could do. A permission model, a network, or a bound that is there only
 * by name shows here.
 */

/** What the script found that was kept in. */
export interface Escaped {
  /** Names of variables that say something, but for those that the system itself sets for every process. */
  readonly environment: readonly string[];
  readonly read: boolean;
  readonly wrote: boolean;
  readonly spawned: boolean;
  readonly worker: boolean;
  readonly connected: boolean;
  /** Whether it could send a signal to the process that grades. */
  readonly signalled: boolean;
  /** MiB of ArrayBuffers that it could hold. */
  readonly memory: number;
}

const LIMIT_MS = 15_000;

/** Runs `tryEverything.ts`, as `code`, at `level`; null when it said nothing. */
async function runInside(level: IsolationLevel, code: Code, folder: string, port: number): Promise<Escaped | null> {
  // Node lets a program read the file that its first argument names, as that is where a program's code stands.
  const args = [
    'none',
    path.join(folder, 'secret.txt'),
    path.join(folder, 'written.txt'),
    String(port),
    String(process.pid),
  ];
  const child = await launch(code, level, ['pipe', 'pipe', 'ignore'], args);
  const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
  let text = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  await new Promise((resolve) => child.on('close', resolve));
  clearTimeout(timer);
  const [found, ...memory] = text.trimEnd().split('\n');
  return found === ''
    ? null
    : { ...(JSON.parse(found) as Omit<Escaped, 'memory'>), memory: Number(memory.at(-1) ?? 0) };
}

async function listen(): Promise<net.Server> {
  const server = net.createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const SCRIPT = path.join(__dirname, 'tryEverything.ts');

/** What code could do at `level` that has all of Node at hand; null when it could not be run there. */
export async function escapeFrom(level: IsolationLevel, code: Code): Promise<Escaped | null> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'forward-pass-promises-'));
  const server = await listen();
  try {
    fs.writeFileSync(path.join(folder, 'secret.txt'), 'secret');
    const { port } = server.address() as net.AddressInfo;
    const found = await runInside(level, code, folder, port);
    return found === null ? null : { ...found, wrote: found.wrote || fs.existsSync(path.join(folder, 'written.txt')) };
  } finally {
    server.close();
    fs.rmSync(folder, { recursive: true });
  }
}

/** What that code can be started from on this machine, as a guest can; first what guests prefer. */
export function escapeCodes(): readonly Code[] {
  const snapshot = snapshotOf(SCRIPT);
  return snapshot === null ? [scriptOf(SCRIPT)] : [snapshot, scriptOf(SCRIPT)];
}

/** The level that guests of this machine start at. */
export async function levelHere(): Promise<IsolationLevel> {
  const machine = new Machine();
  const sandbox = new Sandbox(LIMIT_MS, { machine });
  await sandbox.isolation();
  sandbox.discard();
  return machine.isolationLevel;
}

/** The promises about isolation, tried from inside the one that guests of this machine start in. */
export async function isolationFindings(): Promise<readonly PromiseReport[]> {
  const level = await levelHere();
  const found = await escapeFrom(level, escapeCodes()[0]);
  if (found !== null) return findings(found, level.isolation.network);
  const detail = 'the script that should try it could not be run';
  return [{ promise: 'Code that has escaped is kept in.', held: false, detail, expected: true }];
}

function findings(found: Escaped, layered: boolean): readonly PromiseReport[] {
  const linux = process.platform === 'linux';
  const major = Number(process.versions.node.split('.')[0]);
  const report = (promise: string, held: boolean, detail: string, expected = true): PromiseReport => ({
    promise,
    held,
    detail,
    expected,
  });
  return [
    report(
      'The environment that the grader was started with stays with it.',
      found.environment.length === 0,
      found.environment.length === 0 ? 'it sees nothing of it' : `it sees ${found.environment.join(', ')}`,
    ),
    report(
      'No file can be read.',
      !found.read,
      found.read ? 'a file outside could be read' : 'a file outside could not be read',
    ),
    report(
      'No file can be written.',
      !found.wrote,
      found.wrote ? 'a file could be written' : 'writing one was refused',
    ),
    report(
      'No process and no worker can be started.',
      !found.spawned && !found.worker,
      found.spawned || found.worker ? 'one was started' : 'both were refused',
    ),
    report(
      'No network can be reached.',
      !found.connected,
      found.connected ? 'a listener on 127.0.0.1 answered' : 'a listener on 127.0.0.1 was out of reach',
      layered || major >= 25,
    ),
    report(
      'No other process can be signalled.',
      !found.signalled,
      found.signalled ? 'the grader could be signalled' : 'the grader is not among the processes that it sees',
      layered,
    ),
    report(
      `All memory is bounded (to ${MEMORY_MIB} MB), ArrayBuffers included.`,
      found.memory < MEMORY_MIB,
      found.memory < MEMORY_MIB ? `it got ${found.memory} MB` : `it got ${found.memory} MB and could have had more`,
      linux,
    ),
  ];
}
