import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { listSession } from '../../test/corpus/look';
import { KIT_ROOT } from '../../workbook/paths';
import { escapeFrom, escapeImages } from '../selftest/escaped';
import { cageFailed, cagesOf, currentCage } from './isolation';
import { Sandbox } from './session';

const linux = process.platform === 'linux';
const cages = cagesOf(process.platform);
const bare = cages[cages.length - 1];

describe('a cage', () => {
  test('of some kind works on this machine, and the report tells which', async () => {
    const sandbox = new Sandbox(1000);
    expect(await sandbox.isolation()).toEqual(currentCage().isolation);
    sandbox.discard();
  });

  test('holds what its isolation says, and one without layers does not, started from a snapshot or a script', async () => {
    const ways = escapeImages().flatMap((image) => [currentCage(), bare].map((cage) => [cage, image] as const));
    for (const [cage, image] of ways) {
      const found = await escapeFrom(cage, image);
      expect(found).toMatchObject({ read: false, wrote: false, spawned: false, worker: false });
      expect(found?.signalled).toBe(!cage.isolation.processes);
      if (cage.isolation.network) expect(found?.connected).toBe(false);
      if (cage.isolation.memory) expect(found?.memory).toBeLessThan(1024);
    }
  });

  test('is nothing but Node’s own where the platform offers no more', () => {
    for (const platform of ['darwin', 'win32'] as const) {
      const isolations = cagesOf(platform).map(({ isolation }) => isolation);
      expect(isolations).toEqual([{ permissions: true, network: false, processes: false, memory: false }]);
    }
  });

  test('that fails makes room for a weaker one, and the last for none', () => {
    expect(cageFailed({ ...bare })).toBe(false);
    expect(cageFailed(cages[cages.length - 1])).toBe(false);
  });
});

/** Starts a host whose guest is busy for ever, kills the host, and tells what is left a while later. */
async function leftAfterKilling(watched: boolean): Promise<readonly string[]> {
  const script = `
    const { Guest } = require('./grader/sandbox/host/guestProcess.ts');
    const { cagesOf, currentCage } = require('./grader/sandbox/host/isolation.ts');
    const bare = { ...cagesOf(process.platform).at(-1), endsWithHost: false };
    const guest = new Guest(1000, undefined, ${watched} ? bare : currentCage());
    const code = 'exports.f = () => { for (;;) { try { for (;;); } finally { continue; } } };';
    const none = new Float64Array(0);
    (async () => {
      await guest.prepare(false);
      await guest.ask({ type: 'load', modules: [{ id: 'f.js', code, imports: {} }], entry: 'f.js', name: 'f' }, none, 5000);
      guest.ask({ type: 'call', inputs: [], withInputs: false }, none, 60000);
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
