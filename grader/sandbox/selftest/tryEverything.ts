import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync, writeSync } from 'node:fs';
import { connect } from 'node:net';
import { startupSnapshot } from 'node:v8';
import { Worker } from 'node:worker_threads';

/**
 * Runs in a guest's isolation, with nothing of Node taken away: tries whatever isolation should prevent, and prints what
 * it could do as a line of JSON, then how much memory it has got, a line for each time that it got more. See `escaped.ts`.
 */

/** More than the bound, so that holding as much shows that there is none. */
const MOST_MIB = 1280;
const PIECE_MIB = 64;

/** What macOS and Windows set for every process: an encoding, and where Windows is. */
const OF_SYSTEM = new Set(['__CF_USER_TEXT_ENCODING', 'SYSTEMDRIVE', 'SYSTEMROOT', 'WINDIR']);

function can(attempt: () => unknown): boolean {
  try {
    return attempt() !== false;
  } catch {
    return false;
  }
}

function startsWorker(): boolean {
  const worker = new Worker('', { eval: true });
  // What it throws later is an answer as well.
  worker.on('error', () => {});
  return true;
}

/** Holds ever more ArrayBuffers, written to, as an untouched one costs nothing, and says how many MiB they are. */
function hold(): void {
  const kept: Uint8Array[] = [];
  try {
    while (kept.length * PIECE_MIB < MOST_MIB) {
      kept.push(new Uint8Array(PIECE_MIB * 1024 ** 2).fill(1));
      say(kept.length * PIECE_MIB);
    }
  } catch {
    // That was the bound; it may also end the process.
  }
}

function say(what: unknown): void {
  writeSync(1, `${JSON.stringify(what)}\n`);
}

function connects(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const socket = connect(port, '127.0.0.1');
      socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
      setTimeout(() => resolve(false), 1000).unref();
    } catch {
      resolve(false);
    }
  });
}

async function tryEverything(): Promise<void> {
  const [, , secret, written, port, host] = process.argv;
  const found = {
    connected: await connects(Number(port)),
    environment: Object.keys(process.env).filter(
      (name) => process.env[name] !== '' && !OF_SYSTEM.has(name.toUpperCase()),
    ),
    read: can(() => readFileSync(secret)),
    wrote: can(() => writeFileSync(written, 'written')),
    spawned: can(() => spawnSync(process.execPath, ['--version']).status === 0),
    worker: can(startsWorker),
    signalled: can(() => process.kill(Number(host), 0)),
  };
  say(found);
  hold();
  process.exit();
}

if (startupSnapshot.isBuildingSnapshot()) startupSnapshot.setDeserializeMainFunction(tryEverything);
else tryEverything();
