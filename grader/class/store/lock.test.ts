import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/temporarySubmissions';
import { processSpace, startOf } from './liveness';
import { lockFolder } from './lock';
import { OutputFolder } from './outputFolder';

/** A holder that cannot be seen from here is given little time. */
const BEAT = { every: 20, patience: 200 };

/** A folder with a lock in it. */
function lockedBy(holder: object): { folder: string; file: string } {
  const folder = temporaryFolder();
  const file = path.join(folder, '.lock');
  fs.writeFileSync(file, JSON.stringify(holder));
  return { folder, file };
}

async function taken(folder: string): Promise<void> {
  await (await lockFolder(folder, 'out', BEAT)).release();
}

test('a folder is locked once, and free again afterwards', async () => {
  const folder = temporaryFolder();
  const lock = await lockFolder(folder, 'out');
  await expect(taken(folder)).rejects.toThrow(
    `Another run (process ${process.pid}) is writing to out. Wait for it, or use another --out.`,
  );
  await lock.release();
  await taken(folder);
  expect(fs.readdirSync(folder)).toEqual([]);
});

test('the lock of a process that was killed is taken over', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const { pid = 0 } = child;
  const { folder } = lockedBy({ pid, host: os.hostname(), started: startOf(pid), space: processSpace() });
  await expect(taken(folder)).rejects.toThrow(/^Another run/);
  await new Promise((resolve) => {
    child.on('close', resolve);
    child.kill('SIGKILL');
  });
  await taken(folder);
});

test('a process id that is in use again does not hold the lock', async () => {
  const { pid } = process;
  await taken(lockedBy({ pid, host: os.hostname(), started: 'earlier 17', space: processSpace() }).folder);
});

test('where nobody knows when a process started, one with its number that does not touch the lock does not hold it', async () => {
  await taken(lockedBy({ pid: process.pid, host: os.hostname(), started: null, space: processSpace() }).folder);
});

describe.each([
  ['on another machine', { pid: 1, host: 'node-17', started: null, space: 'other' }],
  [
    'in a container, with a process id of ours',
    { pid: process.pid, host: os.hostname(), started: null, space: 'other' },
  ],
])('a run %s', (_, holder) => {
  test('holds the lock as long as it touches it, whatever the clock says', async () => {
    const { folder, file } = lockedBy(holder);
    let time = Date.now() / 1000;
    const beating = setInterval(() => {
      // A clock that goes backwards.
      time -= 3600;
      fs.utimesSync(file, time, time);
    }, 20);
    await expect(taken(folder)).rejects.toThrow(`Another run (process ${holder.pid} on ${holder.host}) is writing to`);
    clearInterval(beating);
  });

  test('loses the lock when it touches it no more', async () => {
    await taken(lockedBy(holder).folder);
  });
});

test('a lock of another machine that nobody touches by design is left alone', async () => {
  const { folder } = lockedBy({ pid: 1, host: 'node-17', started: null });
  await expect(taken(folder)).rejects.toThrow(/^Another run on node-17 .* delete out\/\.lock\.$/);
});

test('a run touches its lock', async () => {
  const folder = temporaryFolder();
  const lock = await lockFolder(folder, 'out', BEAT);
  const { mtimeMs } = fs.statSync(path.join(folder, '.lock'));
  await expect.poll(() => fs.statSync(path.join(folder, '.lock')).mtimeMs).not.toBe(mtimeMs);
  await lock.release();
});

test('a run that stood still and lost its lock writes nothing more, and leaves the other’s lock', async () => {
  const folder = temporaryFolder();
  const output = await OutputFolder.open(folder, 'out');
  await output.startRun(null, 1);
  const other = JSON.stringify({ pid: 1, host: 'node-17', started: null, space: 'other' });
  fs.writeFileSync(path.join(folder, '.lock'), other);
  const journal = () => fs.readFileSync(path.join(folder, 'journal.jsonl'), 'utf8');
  const before = journal();
  await expect(output.startRun(null, 2)).rejects.toThrow(/^Another run has taken over out\/journal.jsonl/);
  await output.close();
  expect(journal()).toBe(before);
  expect(fs.readFileSync(path.join(folder, '.lock'), 'utf8')).toBe(other);
});

test.each([
  ['after a while', 0],
  ['after a while, when the clock was set back', Date.now() / 1000 + 86_400],
])('a lock that never got its holder’s name is taken over %s', async (_, time) => {
  const folder = temporaryFolder();
  const file = path.join(folder, '.lock');
  fs.writeFileSync(file, '');
  await expect(taken(folder)).rejects.toThrow(/^Another run is starting/);
  fs.utimesSync(file, time, time);
  await taken(folder);
});

test.skipIf(process.platform !== 'linux')(
  'a run that has ended, but that nobody waits for, does not hold the lock',
  async () => {
    // The shell becomes `sleep`, which waits for no child.
    const parent = spawn('sh', ['-c', 'cat /proc/self/stat & exec sleep 30']);
    const status = await new Promise<string>((resolve) =>
      parent.stdout.once('data', (bytes) => resolve(String(bytes))),
    );
    const pid = Number(status.split(' ')[0]);
    const boot = fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const started = `${boot} ${status.slice(status.lastIndexOf(')') + 2).split(' ')[19]}`;
    const { folder } = lockedBy({ pid, host: os.hostname(), started, space: processSpace() });
    await expect.poll(() => fs.readFileSync(`/proc/${pid}/stat`, 'utf8')).toContain(') Z ');
    await taken(folder);
    parent.kill();
  },
);
