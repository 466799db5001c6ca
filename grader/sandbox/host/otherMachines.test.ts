import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../grading/report';
import { runCli } from '../../test/support/commandLine';
import { copyKit } from '../../test/support/copyKit';
import { temporaryFolder } from '../../test/support/temporarySubmissions';
import { KIT_ROOT } from '../../workbook/paths';

/** What is different on other machines, as far as this one can imitate it: marks are the same there. */

const SUPPORT = path.join(KIT_ROOT, 'grader/test/support');
const preload = (name: string) => ({ NODE_OPTIONS: `--require=${path.join(SUPPORT, name)}` });

/** A copy of the kit in a folder of this name, with a folder of snapshots of its own. */
function kitIn(name = 'kit'): { kit: string; snapshots: string } {
  const kit = path.join(temporaryFolder(), name);
  fs.mkdirSync(kit);
  copyKit(kit, true);
  return { kit, snapshots: path.join(kit, 'node_modules/.cache/guest') };
}

/** The report on the model answers to relu, which needs nothing, and to softmax, which imports mathjs. */
async function grade(kit: string, env: NodeJS.ProcessEnv = {}): Promise<Report> {
  const args = ['grade', 'relu', 'softmax', '--submission', 'solutions', '--reporter', 'json'];
  const { stdout, stderr } = await runCli(args, kit, env);
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

const marks = ({ exercises }: Report) => exercises.map(({ score }) => score);
const FULL = [10, 30];

describe('command lines are no longer than Windows takes', () => {
  test('from snapshots', async () => {
    const { kit, snapshots } = kitIn();
    expect(marks(await grade(kit, preload('windowsCommandLine.cjs')))).toEqual(FULL);
    expect(fs.readdirSync(snapshots)).not.toEqual([]);
  });

  test('and where none can be kept, also for sources that need a compiler of their own', async () => {
    const { kit, snapshots } = kitIn();
    fs.writeFileSync(snapshots, '');
    const relu = path.join(kit, 'solutions/relu.ts');
    fs.writeFileSync(relu, `enum Never { Used }\n${fs.readFileSync(relu, 'utf8')}`);
    expect(marks(await grade(kit, preload('windowsCommandLine.cjs')))).toEqual(FULL);
    expect(fs.readFileSync(snapshots, 'utf8')).toBe('');
  });
});

test.skipIf(process.platform === 'win32')('a kit may lie in a folder of any name', async () => {
  const { kit, snapshots } = kitIn(`Übung #1 (größer) 50%? it's a * “kit”`);
  expect(marks(await grade(kit))).toEqual(FULL);
  expect(fs.readdirSync(snapshots)).not.toEqual([]);
});

describe('a snapshot', () => {
  test('is made once, kept whole, and holds mathjs on every Node', async () => {
    const { kit, snapshots } = kitIn();
    expect(marks(await grade(kit))).toEqual(FULL);
    const made = fs.readdirSync(snapshots);
    expect(made).toEqual([expect.stringMatching(/^v.*\.blob$/)]);
    const [file] = made.map((name) => path.join(snapshots, name));
    expect(fs.readFileSync(file).includes('_typedFunctionData')).toBe(true);
    const { mtimeMs } = fs.statSync(file);
    expect(marks(await grade(kit))).toEqual(FULL);
    expect(fs.readdirSync(snapshots)).toEqual(made);
    expect(fs.statSync(file).mtimeMs).toBe(mtimeMs);
  });

  test('that is damaged is made anew, and nobody notices', async () => {
    const { kit, snapshots } = kitIn();
    await grade(kit);
    const [file] = fs.readdirSync(snapshots).map((name) => path.join(snapshots, name));
    const { size } = fs.statSync(file);
    fs.truncateSync(file, Math.floor(size / 2));
    expect(marks(await grade(kit))).toEqual(FULL);
    expect(fs.statSync(file).size).toBeGreaterThan(0.9 * size);
  });

  test('that could not be made at this moment is made the next time', async () => {
    const { kit, snapshots } = kitIn();
    const failing = { ...preload('spawnError.cjs'), FAILING: '--build-snapshot', CODE: 'EAGAIN' };
    expect(marks(await grade(kit, failing))).toEqual(FULL);
    expect(fs.readdirSync(snapshots)).toEqual([]);
    await grade(kit);
    expect(fs.readdirSync(snapshots)).not.toEqual([]);
  });

  test('that this Node cannot make is left as an empty file, and tried again after a day', async () => {
    const { kit, snapshots } = kitIn();
    await grade(kit);
    const [file] = fs.readdirSync(snapshots).map((name) => path.join(snapshots, name));
    fs.truncateSync(file);
    expect(marks(await grade(kit))).toEqual(FULL);
    expect(fs.statSync(file).size).toBe(0);
    const dayBefore = new Date(Date.now() - 25 * 3_600_000);
    fs.utimesSync(file, dayBefore, dayBefore);
    await grade(kit);
    expect(fs.statSync(file).size).toBeGreaterThan(0);
  });
});

describe.runIf(process.platform === 'linux')('a process that cannot be made', () => {
  // One reason that Node throws, and one that it emits.
  test.each(['ENAMETOOLONG', 'EMFILE'])('in namespaces, for %s, is made without', async (CODE) => {
    const { kit } = kitIn();
    const report = await grade(kit, { ...preload('spawnError.cjs'), FAILING: '--map-root-user', CODE });
    expect(marks(report)).toEqual(FULL);
    expect(report.isolation).toMatchObject({ permissions: true, network: false });
  });

  test('at this moment is made a moment later', async () => {
    const { kit } = kitIn();
    const before = await grade(kit);
    const once = { ...preload('spawnError.cjs'), FAILING: '--no-warnings', CODE: 'EAGAIN', FAILURES: '1' };
    expect(await grade(kit, once)).toEqual(before);
  });

  test('at all is told in one sentence', async () => {
    const { kit } = kitIn();
    const env = { ...preload('spawnError.cjs'), FAILING: '--no-warnings', CODE: 'EACCES' };
    const { status, stdout, stderr } = await runCli(['grade', 'relu', '--submission', 'solutions'], kit, env);
    expect(stderr).toBe('The process that runs exercises cannot be started on this machine: spawn EACCES.\n');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });
});
