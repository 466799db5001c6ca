import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../test/support/commandLine';
import { FUNCTIONS, handedToys } from '../test/support/handedToys';
import { temporaryFolder } from '../test/support/temporarySubmissions';
import { KIT_ROOT } from '../workbook/paths';

/** Exercises whose cases hand over functions, in a handout: these are the learner's answers to others. */

const RIGHT = 'export const double = (Z) => Z.map((row) => row.map((z) => z * 2));\n';
const SQUARED = 'export const double = (Z) => Z.map((row) => row.map((z) => z * z));\n';
const APPLY = 'export const apply = (Z, f) => f(Z);\n';
const LEFT = 'export const apply = (Z, f) => Z;\n';

const around = fs.mkdtempSync(path.join(os.tmpdir(), 'forward-pass-'));
const folder = path.join(around, 'handout');
let workbook: string;
beforeAll(async () => {
  workbook = handedToys(path.join(around, 'workbook'));
  const { status, stderr } = await runCli(['handout', '--workbook', workbook, '--out', folder]);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  fs.symlinkSync(path.join(KIT_ROOT, 'node_modules'), path.join(folder, 'node_modules'));
});
afterAll(() => fs.rmSync(around, { recursive: true, force: true }));

function submission(double: string, apply: string): string {
  const files = temporaryFolder();
  fs.writeFileSync(path.join(files, 'double.ts'), double);
  fs.writeFileSync(path.join(files, 'apply.ts'), apply);
  return files;
}

/** The reports on `apply`, graded alone: in the handout, and in the kit. */
async function graded(double: string, apply: string) {
  const files = submission(double, apply);
  const report = async (kit: string, ...options: readonly string[]) => {
    const { stdout } = await runCli(['grade', 'apply', '--submission', files, '--reporter', 'json', ...options], kit);
    return JSON.parse(stdout.replaceAll(/[^"]*\/apply\.ts/g, 'apply.ts')).exercises[0];
  };
  return { own: await report(folder), kits: await report(KIT_ROOT, '--workbook', workbook) };
}

describe('an exercise that is handed the learner’s answer to another', () => {
  test.each([
    ['a right answer', APPLY],
    ['a misconception', LEFT],
  ])('is reported on as in the kit where that is right: %s', async (_, apply) => {
    const { own, kits } = await graded(RIGHT, apply);
    expect(own).toEqual(kits);
  });

  test('waits for it where it is wrong, also when that is not asked for', async () => {
    const { own, kits } = await graded(SQUARED, APPLY);
    expect(kits).toMatchObject({ status: 'passed', score: 5 });
    expect(own).toMatchObject({
      status: 'failed',
      score: 0,
      waitsFor: ['double'],
      counterexample: null,
      diagnosis: [],
    });
    const message = 'apply is handed your double: get all the points for that first.';
    expect(own.checks.map((check: object) => ({ ...check }))).toMatchObject([
      { status: 'skipped', message },
      { status: 'skipped', message },
    ]);
  });

  test('says meanwhile that it is a stub, or cannot be read', async () => {
    const stub = fs.readFileSync(path.join(folder, 'exercises/apply.ts'), 'utf8');
    expect((await graded(SQUARED, stub)).own).toMatchObject({ status: 'not-started' });
    const { own } = await graded(SQUARED, 'export const apply = (;\n');
    expect(own).toMatchObject({ status: 'error', error: { kind: 'syntax', line: 1 } });
  });

  test('earns nothing by an answer that takes more than it was judged on', async () => {
    const takesRows = 'export const double = (Z) => Z.map((z) => (Array.isArray(z) ? z.map((x) => 2 * x) : 2 * z));\n';
    const { own, kits } = await graded(takesRows, 'export const apply = (Z, f) => Z.map((row) => f(row));\n');
    expect(kits.score).toBe(0);
    expect(own.score).toBe(0);
    expect(own.checks[0].message).toContain('double takes a matrix (n, m) as Z, and got an array (2)');
  });

  test('is told to the person who grades it, with what to do next', async () => {
    const { stdout } = await runCli(['grade', 'apply', '--submission', submission(SQUARED, APPLY)], folder);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'apply is handed your double: get all the points for that first. Your instructor’s grading hands over right ones.',
    );
    expect(stdout).toContain('Next: double (npm run grade -- double).');
  });

  test('is graded again when the other is saved', async () => {
    const files = submission(SQUARED, APPLY);
    // What a fixture hands over is known to the grader of its own handout.
    const inside = (file: string) => import(/* @vite-ignore */ path.join(folder, 'grader', file));
    const { Regrader } = (await inside('grading/incremental.ts')) as typeof import('../grading/incremental');
    const { Sandbox } = (await inside('sandbox/host/sandbox.ts')) as typeof import('../sandbox/host/sandbox');
    const { loadWorkbook } = (await inside('workbook/workbook.ts')) as typeof import('../workbook/workbook');
    const handout = await loadWorkbook(folder);
    const sandbox = new Sandbox(5000);
    const options = { workbook: handout, exercises: handout.exercises, folder: files, shownFolder: 'exercises' };
    const regrader = new Regrader({ ...options, seed: 'workbook', timeLimit: 5000 }, sandbox);
    const scores = async () => (await regrader.grade(() => false))?.report.exercises.map(({ score }) => score);
    expect((await scores())?.[1]).toBe(0);
    fs.writeFileSync(path.join(files, 'double.ts'), RIGHT);
    expect(await scores()).toEqual([5, 5]);
    sandbox.discard();
  });

  test('is tried with it, once it is right', async () => {
    const right = await runCli(['try', 'apply', '[[7]]', 'fourfold', '--submission', submission(RIGHT, APPLY)], folder);
    expect(right.stdout).toMatch(/got +.*28/);
    const wrong = await runCli(['try', 'apply', '--submission', submission(SQUARED, APPLY)], folder);
    expect(wrong).toMatchObject({
      status: 2,
      stderr: 'apply is handed your double: get all the points for that first.\n',
    });
  });

  test('has its hints in their order while it waits', async () => {
    fs.writeFileSync(path.join(folder, 'exercises/apply.ts'), APPLY);
    expect((await runCli(['hint', 'apply'], folder)).stdout).toContain('Hint 1 of 2: What takes f?');
  });
});

describe('what cannot be handed out', () => {
  const refused = async (root: string, ...args: readonly string[]) => {
    const out = path.join(temporaryFolder(), 'handout');
    const { stderr, status } = await runCli(['handout', '--workbook', root, '--out', out, ...args]);
    expect(status).toBe(2);
    return stderr;
  };

  test('is an exercise without those that it is handed', async () => {
    expect(await refused(workbook, '--exercises', 'apply')).toBe(
      'apply is handed the learner’s double: hand out these as well, and before it.\n',
    );
  });

  test('is a function made of anything but answers', async () => {
    const root = handedToys(
      temporaryFolder(),
      `import { half } from './halves';\n${FUNCTIONS.replace('double(double(Z))', 'double(half(Z))')}`,
    );
    fs.writeFileSync(path.join(root, 'reference/halves.ts'), 'export const half = (Z) => Z;\n');
    expect(await refused(root)).toMatch(
      /^reference\/functions\.ts takes half from halves\.ts, which is no answer to an exercise: a handout cannot hold it\. /,
    );
  });
});
