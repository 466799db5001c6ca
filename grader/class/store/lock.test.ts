import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/submissions';
import { lockFolder } from './lock';

test('a folder is locked once, and free again afterwards', () => {
  const folder = temporaryFolder();
  const unlock = lockFolder(folder, 'out');
  expect(() => lockFolder(folder, 'out')).toThrow(
    `Another run (process ${process.pid}) is writing to out. Wait for it, or use another --out.`,
  );
  unlock();
  lockFolder(folder, 'out')();
  expect(fs.readdirSync(folder)).toEqual([]);
});

test('the lock of a process that was killed is taken over', async () => {
  const folder = temporaryFolder();
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const lock = JSON.stringify({ pid: child.pid, host: os.hostname(), started: null });
  fs.writeFileSync(path.join(folder, '.lock'), lock);
  expect(() => lockFolder(folder, 'out')).toThrow(/^Another run/);
  await new Promise((resolve) => {
    child.on('close', resolve);
    child.kill('SIGKILL');
  });
  lockFolder(folder, 'out')();
});

test('a process id that is in use again does not hold the lock', () => {
  const folder = temporaryFolder();
  const lock = JSON.stringify({ pid: process.pid, host: os.hostname(), started: 'an earlier boot 17' });
  fs.writeFileSync(path.join(folder, '.lock'), lock);
  lockFolder(folder, 'out')();
});

test('the lock of another machine is left alone', () => {
  const folder = temporaryFolder();
  fs.writeFileSync(path.join(folder, '.lock'), JSON.stringify({ pid: 1, host: 'node-17', started: null }));
  expect(() => lockFolder(folder, 'out')).toThrow(/^Another run on node-17 .* delete out\/\.lock\.$/);
});

test('a lock that never got its holder’s name is taken over after a while', () => {
  const folder = temporaryFolder();
  const file = path.join(folder, '.lock');
  fs.writeFileSync(file, '');
  expect(() => lockFolder(folder, 'out')).toThrow(/^Another run is starting/);
  fs.utimesSync(file, 0, 0);
  lockFolder(folder, 'out')();
});

test.skipIf(process.platform !== 'linux')(
  'a run that has ended, but that nobody waits for, does not hold the lock',
  async () => {
    const folder = temporaryFolder();
    // The shell becomes `sleep`, which waits for no child.
    const parent = spawn('sh', ['-c', 'cat /proc/self/stat & exec sleep 30']);
    const status = await new Promise<string>((resolve) =>
      parent.stdout.once('data', (bytes) => resolve(String(bytes))),
    );
    const pid = Number(status.split(' ')[0]);
    const boot = fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const started = `${boot} ${status.slice(status.lastIndexOf(')') + 2).split(' ')[19]}`;
    fs.writeFileSync(path.join(folder, '.lock'), JSON.stringify({ pid, host: os.hostname(), started }));
    await expect.poll(() => fs.readFileSync(`/proc/${pid}/stat`, 'utf8')).toContain(') Z ');
    lockFolder(folder, 'out')();
    parent.kill();
  },
);
