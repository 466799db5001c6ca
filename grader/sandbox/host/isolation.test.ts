import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { listSession } from '../../test/corpus/look';
import { KIT_ROOT } from '../../workbook/paths';
import { escapeCodes, escapeFrom, levelHere } from '../selftest/escaped';
import { isolationLevels } from './isolation';
import { Machine } from './machine';
import { Sandbox } from './sandbox';

const linux = process.platform === 'linux';
const levels = isolationLevels(process.platform);
const bare = levels[levels.length - 1];

describe('isolation', () => {
  test('of some kind works on this machine, and the report tells which', async () => {
    const machine = new Machine();
    const sandbox = new Sandbox(1000, { machine });
    expect(await sandbox.isolation()).toEqual(machine.isolation);
    expect(machine.isProven).toBe(true);
    sandbox.discard();
  });

  test('holds what it says, and the weakest does not, started from a snapshot or a script', async () => {
    const here = await levelHere();
    const ways = escapeCodes().flatMap((code) => [here, bare].map((level) => [level, code] as const));
    for (const [level, code] of ways) {
      const found = await escapeFrom(level, code);
      expect(found).toMatchObject({ environment: [], read: false, wrote: false, spawned: false, worker: false });
      expect(found?.signalled).toBe(!level.isolation.processes);
      if (level.isolation.network) expect(found?.connected).toBe(false);
      if (level.isolation.memory) expect(found?.memory).toBeLessThan(1024);
    }
  });

  test('is nothing but Node’s own where the platform offers no more', () => {
    for (const platform of ['darwin', 'win32'] as const) {
      const isolations = isolationLevels(platform).map(({ isolation }) => isolation);
      expect(isolations).toEqual([{ permissions: true, network: false, processes: false, memory: false }]);
    }
  });
});

/** Starts a host whose guest is busy for ever, kills the host, and tells what is left a while later. */
async function leftAfterKilling(watched: boolean): Promise<readonly string[]> {
  const wrapped = watched ? 0 : (await levelHere()).wrapper.length;
  const script = `
    const { Guest, guestStdio } = require('./grader/sandbox/host/guestProcess.ts');
    const { isolationLevels } = require('./grader/sandbox/host/isolation.ts');
    const { launch } = require('./grader/sandbox/host/launch.ts');
    const { GUEST, scriptOf } = require('./grader/sandbox/host/snapshot.ts');
    const levels = isolationLevels(process.platform);
    const level = levels.find(({ wrapper }) => wrapper.length === ${wrapped});
    const code = 'exports.f = () => { for (;;) { try { for (;;); } finally { continue; } } };';
    const load = { type: 'load', modules: [{ id: 'f.js', code, imports: {} }], entry: 'f.js', name: 'f', functions: null };
    const none = new Float64Array(0);
    (async () => {
      const child = await launch(scriptOf(GUEST), level, guestStdio(null));
      const guest = new Guest(child, { watchdog: ${watched ? 1000 : 0}, mathjsSource: null });
      await guest.start(false);
      await guest.ask(load, none, 5000);
      guest.ask({ type: 'call', inputs: [], withInputs: false, shared: null }, none, 60000);
      console.log('busy');
    })();`;
  const register = path.join(KIT_ROOT, 'node_modules/ts-node/register');
  const host = spawn(process.execPath, ['-r', register, '-e', script], {
    cwd: KIT_ROOT,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => host.stdout.once('data', resolve));
  host.kill('SIGKILL');
  if (watched) await pause(1000);
  return listSession(host.pid ?? 0);
}

describe.runIf(linux)('when the host is killed while a guest is in an endless loop', () => {
  test('the kernel ends the guest', async () => {
    expect(await leftAfterKilling(false)).toEqual([]);
  });

  test('a guest without such a kernel ends by itself', async () => {
    expect(await leftAfterKilling(true)).toEqual([]);
  });
});
