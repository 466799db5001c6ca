import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync, writeSync } from 'node:fs';
import { connect } from 'node:net';
import { Worker } from 'node:worker_threads';

/**
 * Runs in a guest's cage, with nothing taken away: tries whatever the cage should prevent, and prints what it could
 * do as JSON. See `escaped.ts`.
 */

const [, , secret, written, port, host] = process.argv;
/** More than the bound, so that holding as much shows that there is none. */
const MOST_MIB = 1280;
const PIECE_MIB = 64;

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

/** MiB of ArrayBuffers, written to, as an untouched one costs nothing. */
function holds(): number {
  const kept: Uint8Array[] = [];
  try {
    while (kept.length * PIECE_MIB < MOST_MIB) kept.push(new Uint8Array(PIECE_MIB * 1024 ** 2).fill(1));
  } catch {
    // That was the bound.
  }
  return kept.length * PIECE_MIB;
}

function connects(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const socket = connect(Number(port), '127.0.0.1');
      socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
      setTimeout(() => resolve(false), 1000).unref();
    } catch {
      resolve(false);
    }
  });
}

connects().then((connected) => {
  const found = {
    // macOS sets this one for every process.
    environment: Object.keys(process.env).filter((name) => name !== '__CF_USER_TEXT_ENCODING'),
    read: can(() => readFileSync(secret)),
    wrote: can(() => writeFileSync(written, 'written')),
    spawned: can(() => spawnSync(process.execPath, ['--version']).status === 0),
    worker: can(startsWorker),
    connected,
    signalled: can(() => process.kill(Number(host), 0)),
    memory: holds(),
  };
  writeSync(1, JSON.stringify(found));
  process.exit();
});
