import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { type Cage, cagedCommand, currentCage } from '../host/isolation';
import { Sandbox } from '../host/session';
import { type Image, scriptOf, snapshotOf } from '../host/snapshot';
import { MEMORY_MIB } from '../protocol/limits';
import type { PromiseReport } from './promiseReport';

/**
 * What code could do that has escaped from the guest's own precautions and has all of Node at hand: it runs in the
 * same cage as the guest, and tells what it could do. A permission model, a network, or a bound that is there only
 * by name shows here.
 */

/** What the script in the cage found. */
export interface Escaped {
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

/** Runs `tryEverything.ts` in `cage`, started from `image`; null when it said nothing. */
async function runInside(cage: Cage, image: Image, folder: string, port: number): Promise<Escaped | null> {
  const readable = path.join(folder, 'readable.txt');
  const args = [path.join(folder, 'secret.txt'), path.join(folder, 'written.txt'), String(port), String(process.pid)];
  const [program, rest] = cagedCommand(cage, image.program, readable, args);
  const child = spawn(program, rest, { stdio: ['pipe', 'pipe', 'ignore'], env: {}, windowsHide: true });
  const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  await new Promise((resolve) => child.on('close', resolve).on('error', resolve));
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

/** What code in `cage` could do that has all of Node at hand; null when it could not be run there. */
export async function escapeFrom(cage: Cage, image: Image): Promise<Escaped | null> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'forward-pass-promises-'));
  const server = await listen();
  try {
    for (const name of ['readable.txt', 'secret.txt']) fs.writeFileSync(path.join(folder, name), 'secret');
    const { port } = server.address() as net.AddressInfo;
    const found = await runInside(cage, image, folder, port);
    return found === null ? null : { ...found, wrote: found.wrote || fs.existsSync(path.join(folder, 'written.txt')) };
  } finally {
    server.close();
    fs.rmSync(folder, { recursive: true });
  }
}

/** What that code can be started from on this machine, as a guest can; first what guests prefer. */
export function escapeImages(): readonly Image[] {
  const snapshot = snapshotOf(SCRIPT);
  return snapshot === null ? [scriptOf(SCRIPT)] : [snapshot, scriptOf(SCRIPT)];
}

/** The promises about the cage itself, tried from inside the one that guests of this process start in. */
export async function cagedFindings(): Promise<readonly PromiseReport[]> {
  const sandbox = new Sandbox(LIMIT_MS);
  const { network } = await sandbox.isolation();
  sandbox.discard();
  const found = await escapeFrom(currentCage(), escapeImages()[0]);
  if (found !== null) return findings(found, network);
  const detail = 'the script that should try it could not be run';
  return [{ promise: 'Code that has escaped is held in by a cage.', held: false, detail, expected: true }];
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
      found.environment.length === 0 ? 'it starts with an empty one' : `it sees ${found.environment.join(', ')}`,
    ),
    report(
      'No file can be read but mathjs.',
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
