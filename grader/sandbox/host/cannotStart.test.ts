import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../../test/support/commandLine';
import { copyKit } from '../../test/support/copyKit';
import { temporaryFolder } from '../../test/support/temporarySubmissions';
import { VITEST } from '../../workbook/paths';

/** Where no guest starts, the kit is at fault, or the machine; no command may blame a learner's file. */

/** Part of what the learner of these tests must never read. */
const BLAME = /ended the process|Loading /;

describe('where the guest is broken, one sentence says so and the exit status is 2', () => {
  const kit = fs.mkdtempSync(path.join(os.tmpdir(), 'forward-pass-'));

  beforeAll(() => {
    copyKit(kit, true);
    const start = path.join(kit, 'grader/sandbox/guest/start.ts');
    fs.writeFileSync(start, `throw new Error('broken on purpose');\n${fs.readFileSync(start, 'utf8')}`);
    fs.cpSync(path.join(kit, 'solutions'), path.join(kit, 'class/ada'), { recursive: true });
  });

  afterAll(() => fs.rmSync(kit, { recursive: true, force: true }));

  const SENTENCE =
    /^The process that runs exercises cannot be started on this machine: it ends at once with status 1 \(Error: broken on purpose\)\.$/m;

  test.each([
    ['grade', ['grade', 'relu', '--submission', 'solutions']],
    ['class', ['class', 'class', '--out', 'graded']],
    ['report', ['report', 'relu', '--submission', 'solutions']],
    ['verify', ['verify', 'relu', '--seeds', '0']],
    ['verify --sandbox', ['verify', '--sandbox']],
    ['demo', ['demo', '--submission', 'solutions']],
  ])('%s', async (_, args) => {
    const { status, stdout, stderr } = await runCli(args, kit);
    expect(stderr.trim()).toMatch(SENTENCE);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stdout).not.toMatch(BLAME);
    expect(status).toBe(2);
  });

  test('the workbook in Vitest, as its only test', async () => {
    const told = await runWorkbook(kit);
    expect(told).toContain('cannot be started on this machine: it ends at once with status 1');
    expect(told).toMatch(/Tests +1 failed \(1\)/);
    expect(told).not.toMatch(BLAME);
  });
});

test('a file of the guest that does not compile is named', async () => {
  const kit = temporaryFolder();
  copyKit(kit, true);
  fs.appendFileSync(path.join(kit, 'grader/sandbox/guest/printed.ts'), '\nconst = ;\n');
  const { status, stderr } = await runCli(['grade', 'relu'], kit);
  expect(stderr).toMatch(/^The process that runs exercises cannot be started on this machine: .*printed\.ts:\d+: /);
  expect(status).toBe(2);
});

test.skipIf(process.platform === 'win32')('a Node that ends at once is said to', async () => {
  const kit = temporaryFolder();
  copyKit(kit, true);
  fs.writeFileSync(path.join(kit, 'node'), '#!/bin/sh\nexit 3\n', { mode: 0o755 });
  fs.writeFileSync(path.join(kit, 'pretend.cjs'), `process.execPath = ${JSON.stringify(path.join(kit, 'node'))};\n`);
  const env = { NODE_OPTIONS: `--require=${path.join(kit, 'pretend.cjs')}` };
  const { status, stdout, stderr } = await runCli(['grade', 'relu', '--submission', 'solutions'], kit, env);
  expect(stderr).toBe(
    'The process that runs exercises cannot be started on this machine: it ends at once with status 3.\n',
  );
  expect(stdout).toBe('');
  expect(status).toBe(2);
});

/** What Vitest says of the workbook, standard output and errors together. */
function runWorkbook(kit: string): Promise<string> {
  const args = [VITEST, 'run', '--configLoader', 'runner', '--project', 'workbook'];
  const env = { ...process.env, VITEST: undefined, FORCE_COLOR: undefined, NO_COLOR: '1' };
  return new Promise((resolve) =>
    execFile(process.execPath, args, { cwd: kit, env }, (_, stdout, stderr) => resolve(stdout + stderr)),
  );
}
