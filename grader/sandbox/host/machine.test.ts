import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/temporarySubmissions';
import { type IsolationLevel, isolationLevels } from './isolation';
import { Machine } from './machine';
import { Sandbox } from './sandbox';
import { CannotStart } from './startFailure';

const [bare] = isolationLevels('darwin');

/**
 * A level that `script` stands in front of, in place of the tools of util-linux; it counts its runs in `$runs`, and starts
 * the guest with `exec "$@"`.
 */
function levelBehind(script: string): { level: IsolationLevel; runs: () => number } {
  const folder = temporaryFolder();
  const file = path.join(folder, 'wrapper.sh');
  const count = path.join(folder, 'runs');
  const counting = `runs=$(wc -l < ${count}); echo run >> ${count}`;
  fs.writeFileSync(count, '');
  fs.writeFileSync(file, `#!/bin/sh\n${counting}\n${script}\n`, { mode: 0o755 });
  const level = { ...bare, wrapper: [file], isolation: { ...bare.isolation, network: true } };
  return { level, runs: () => fs.readFileSync(count, 'utf8').split('\n').length - 1 };
}

const REFUSE = 'echo "unshare: unshare failed: Operation not permitted" >&2; exit 1';
const KILL = 'kill -9 $$';
const START = 'exec "$@"';

/** Starts a guest in a fresh sandbox and tells which isolation it has; ends it. */
async function isolationOf(machine: Machine) {
  const sandbox = new Sandbox(1000, { machine });
  try {
    const guest = await sandbox.ready(false);
    return { network: machine.isolation.network, alive: guest.alive };
  } finally {
    sandbox.discard();
  }
}

describe.skipIf(process.platform === 'win32')('the first guest of a machine', () => {
  test('is tried twice in isolation that the kernel refuses, then with less', async () => {
    const { level, runs } = levelBehind(REFUSE);
    const machine = new Machine([level, bare]);
    expect(await isolationOf(machine)).toEqual({ network: false, alive: true });
    expect(runs()).toBe(2);
    await isolationOf(machine);
    expect(runs()).toBe(2);
  });

  test('keeps isolation that was refused once', async () => {
    const { level, runs } = levelBehind(`[ $runs -ge 1 ] || { ${REFUSE}; }\n${START}`);
    expect(await isolationOf(new Machine([level, bare]))).toEqual({ network: true, alive: true });
    expect(runs()).toBe(2);
  });

  test('keeps isolation in which it was killed as it started', async () => {
    const { level, runs } = levelBehind(`[ $runs -ge 2 ] || ${KILL}\n${START}`);
    expect(await isolationOf(new Machine([level, bare]))).toEqual({ network: true, alive: true });
    expect(runs()).toBe(3);
  });

  test('is not started with less because the system kills it', async () => {
    const machine = new Machine([levelBehind(KILL).level, bare]);
    const started = isolationOf(machine);
    await expect(started).rejects.toThrow(CannotStart);
    await expect(started).rejects.toThrow(
      'cannot be started on this machine: the system kills it at once, as it does when memory is short.',
    );
    expect(machine.isolation.network).toBe(true);
  });

  test.each([
    ['is not there', () => '/no/such/program'],
    ['may not be run', () => temporaryFolder()],
  ])('does without tools where one %s', async (_, wrapper) => {
    const level = { ...bare, wrapper: [wrapper()], isolation: { ...bare.isolation, network: true } };
    expect(await isolationOf(new Machine([level, bare]))).toEqual({ network: false, alive: true });
  });

  test('says why where no way is left, and the next says the same at once', async () => {
    const { level, runs } = levelBehind('echo "TypeError: this Node is broken" >&2; exit 7');
    const machine = new Machine([level]);
    const sentence =
      'The process that runs exercises cannot be started on this machine: it ends at once with status 7 (TypeError: this Node is broken).';
    await expect(isolationOf(machine)).rejects.toThrow(sentence);
    const tried = runs();
    await expect(isolationOf(machine)).rejects.toThrow(sentence);
    expect(runs()).toBe(tried);
  });
});

describe.skipIf(process.platform === 'win32')('a guest that starts after others have', () => {
  test('is tried again as they were, and never with less', async () => {
    const { level, runs } = levelBehind(`[ $runs -lt 1 ] || [ $runs -ge 5 ] || { ${REFUSE}; }\n${START}`);
    const machine = new Machine([level, bare]);
    expect(await isolationOf(machine)).toEqual({ network: true, alive: true });
    await expect(isolationOf(machine)).rejects.toThrow('unshare failed: Operation not permitted');
    expect(runs()).toBe(5);
    expect(await isolationOf(machine)).toEqual({ network: true, alive: true });
  });

  test('is nobody’s once its sandbox was given up', async () => {
    const { level } = levelBehind(`sleep 0.3\n${START}`);
    const sandbox = new Sandbox(1000, { machine: new Machine([level]) });
    const starting = sandbox.ready(false);
    setTimeout(() => sandbox.discard(), 100);
    expect((await starting).alive).toBe(false);
  });
});

test('an admission that throws starts no guest', async () => {
  const { level, runs } = levelBehind(START);
  const admission = () => Promise.reject(new Error('stopped'));
  const sandbox = new Sandbox(1000, { machine: new Machine([level]), admission });
  await expect(sandbox.ready(false)).rejects.toThrow('stopped');
  expect(runs()).toBe(0);
});
