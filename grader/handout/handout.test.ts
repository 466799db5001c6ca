import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unpackFile } from '../grading/recorded/encode';
import { type RecordedSteps, stepsFile } from '../grading/recorded/steps';
import { runCli } from '../test/support/commandLine';
import { temporaryFolder } from '../test/support/temporarySubmissions';
import { toyWorkbook } from '../test/support/toyWorkbook';
import { KIT_ROOT } from '../workbook/paths';

/** Handouts of toy workbooks, made and used by the real command line. */

const SQUARED = 'export const double = (Z: number[][]) => Z.map((row) => row.map((z) => z * z));\n';
const TRIPLED = 'export const double = (Z: number[][]) => Z.map((row) => row.map((z) => 3 * z));\n';
const IN_PLACE =
  'export function double(Z) { for (const row of Z) row.forEach((z, j) => { row[j] = 2 * z; }); return Z; }\n';
const RIGHT = 'export const double = (Z: number[][]) => Z.map((row) => row.map((z) => 2 * z));\n';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) fs.rmSync(folder, { recursive: true, force: true });
});

/** Makes a handout, with the kit's own packages. */
async function handOut(workbook: string, ...options: readonly string[]): Promise<string> {
  const around = fs.mkdtempSync(path.join(os.tmpdir(), 'forward-pass-'));
  made.push(around);
  const folder = path.join(around, 'handout');
  const { status, stderr } = await runCli(['handout', '--workbook', workbook, '--out', folder, ...options]);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  fs.symlinkSync(path.join(KIT_ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

/** A handout that several tests use, and the workbook that it was made of. */
let workbook: string;
let folder: string;
beforeAll(async () => {
  workbook = toyWorkbook(undefined, undefined, fs.mkdtempSync(path.join(os.tmpdir(), 'forward-pass-')));
  made.push(workbook);
  folder = await handOut(workbook, '--zip', '--title', 'Week 1');
});

/** The report on `source`, without what tells one folder from another. */
async function report(source: string, kit: string, ...options: readonly string[]) {
  const submission = temporaryFolder();
  const name = path.basename(submission);
  fs.writeFileSync(path.join(submission, 'double.ts'), source);
  const args = ['grade', '--submission', submission, '--reporter', 'json', ...options];
  const { stdout } = await runCli(args, kit);
  const { handout: _, ...rest } = JSON.parse(stdout.replaceAll(new RegExp(`[^" ]*${name}`, 'g'), 'submission'));
  return rest;
}

const pathsOf = (folder: string) =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !/^(?:node_modules|\.progress)\b/.test(file));

describe('a handout', () => {
  test.each([
    ['a misconception', SQUARED],
    ['a slip in one step', TRIPLED],
    ['a misconception that changes its argument', IN_PLACE],
    ['a right answer', RIGHT],
  ])('reports on %s what the kit reports', async (_, source) => {
    expect(await report(source, folder)).toEqual(await report(source, KIT_ROOT, '--workbook', workbook));
  });

  test('names the misconception, and shows the smallest input that goes wrong', async () => {
    const { exercises } = await report(SQUARED, folder);
    expect(exercises[0].diagnosis).toEqual([{ misconception: 'squared', question: 'What is twice 3?', factor: null }]);
    expect(exercises[0].counterexample).not.toBeNull();
  });

  test('names the first wrong step, beside recorded ones that hold no word of a right answer', async () => {
    const { exercises } = await report(TRIPLED, folder);
    expect(exercises[0].wrongStep).toMatchObject({ line: 1, code: '3 * z' });
    const { answers } = unpackFile(fs.readFileSync(path.join(folder, stepsFile('double')))) as RecordedSteps;
    const words = answers.flatMap(({ sites }) =>
      sites.flatMap(({ does, name, reads, into }) => [does, name, reads, ...into]),
    );
    const plain = words.filter((word) => word !== null && !word.startsWith('~'));
    expect(words.length).toBeGreaterThan(0);
    expect(plain.filter((word) => !/^(?:[A-Z][a-z]\w+|\.length)$/.test(word as string))).toEqual([]);
  });

  test('without steps reports all but the first wrong one', async () => {
    const withoutSteps = await handOut(workbook, '--no-steps');
    const files = pathsOf(withoutSteps);
    expect(pathsOf(folder).filter((file) => !files.includes(file))).toEqual([stepsFile('double')]);
    const [told] = (await report(TRIPLED, folder)).exercises;
    expect(told.wrongStep).not.toBeNull();
    expect((await report(TRIPLED, withoutSteps)).exercises).toEqual([{ ...told, wrongStep: null }]);
    const check = await runCli(['handout', '--workbook', workbook, '--check', withoutSteps]);
    expect(check.stdout).toContain('still fits');
  });

  test('holds no solutions, variants, misconceptions, tests or tools of instructors', () => {
    const files = pathsOf(folder);
    const odd =
      /^solutions|^fixtures.*(?:variants|misconceptions|slips)|\.test\.ts|^grader\/(?:verify|class|test|handout)\b/;
    expect(files.filter((file) => odd.test(file))).toEqual([]);
    expect(files).toEqual(expect.arrayContaining(['README.md', 'exercises/double.ts', 'package-lock.json']));
  });

  test('refuses another seed in a sentence', async () => {
    const { stderr, status } = await runCli(['grade', '--seed', '5'], folder);
    expect(stderr).toBe(
      'This handout has the answers for the seed "workbook" alone: leave out --seed. Your instructor’s grading takes any.\n',
    );
    expect(status).toBe(2);
  });

  test('tries its own cases, and shows of other inputs what comes of them', async () => {
    const answers = temporaryFolder();
    fs.writeFileSync(path.join(answers, 'double.ts'), SQUARED);
    const own = await runCli(['try', 'double', '--case', 'by-hand', '--submission', answers], folder);
    expect(own.stdout).toContain('D[0][0] is 1, expected 2');
    const other = await runCli(['try', 'double', '[[7, 8]]', '--submission', answers], folder);
    expect(other.stdout).toMatch(
      /^double\nZ +.*7 +8.*\ngot +.*49 +64.*\nThe right answer is not in this copy\. .*\nnpm run try -- double --case by-hand\n$/,
    );
    expect(other.status).toBe(0);
  });

  test('knows only the commands of learners', async () => {
    const { stderr } = await runCli(['verify'], folder);
    expect(stderr).toContain("Unknown command 'verify'.");
    expect(stderr).not.toMatch(/class|new\b|numpy/);
  });

  test('as an exam asks nothing, hints at nothing and searches for nothing', async () => {
    const exam = await handOut(workbook, '--exam');
    const { exercises, score } = await report(SQUARED, exam);
    expect(exercises[0]).toMatchObject({ diagnosis: [], counterexample: null });
    expect(exercises[0].checks[0].message).not.toBe('');
    expect(score).toBe(1);
    const text = fs.readFileSync(path.join(exam, 'fixtures/double/fixture.ts'), 'utf8');
    expect(text).not.toContain('What is 2 z?');
    expect(pathsOf(exam)).not.toContain('fixtures/double/mistakes.br');
    expect(pathsOf(exam)).not.toContain('fixtures/double/steps.br');
    fs.writeFileSync(path.join(exam, 'exercises/double.ts'), SQUARED);
    expect((await runCli(['try', 'double'], exam)).stdout).toMatch(/^double on case "/);
    const hint = await runCli(['hint', 'double'], exam);
    expect(hint).toMatchObject({ status: 2, stderr: 'There are no hints in an exam.\n' });
  });

  test('as a zip holds the same files', () => {
    const zip = unzipSync(fs.readFileSync(`${folder}.zip`));
    const files = pathsOf(folder).filter((file) => fs.statSync(path.join(folder, file)).isFile());
    expect(Object.keys(zip).sort()).toEqual(files.map((file) => `handout/${file}`).sort());
    const others = files.filter((file) => !fs.readFileSync(path.join(folder, file)).equals(zip[`handout/${file}`]));
    expect(others).toEqual([]);
    expect(Buffer.from(zip['handout/README.md']).toString()).toMatch(/^# Week 1\n/);
  });

  test('is told when it does not fit the fixtures any more', async () => {
    fs.writeFileSync(path.join(folder, 'exercises/double.ts'), RIGHT);
    const fits = await runCli(['handout', '--workbook', workbook, '--check', folder]);
    expect(fits).toMatchObject({ status: 0, stdout: expect.stringContaining('still fits') });
    const fixture = path.join(workbook, 'fixtures/double/fixture.ts');
    fs.writeFileSync(fixture, fs.readFileSync(fixture, 'utf8').replace('randn(3, 4)', 'randn(4, 3)'));
    const { stdout, status } = await runCli(['handout', '--workbook', workbook, '--check', folder]);
    expect(stdout).toContain('fixtures/double/fixture.ts is another now');
    expect(stdout).toContain('reference/double.answers.br is another now');
    expect(status).toBe(1);
  });
});

describe('what is refused', () => {
  const refused = async (...args: readonly string[]) => {
    const { stderr, status } = await runCli(['handout', ...args]);
    expect(status).toBe(2);
    return stderr;
  };
  const out = () => path.join(temporaryFolder(), 'handout');

  test('a folder that holds something', async () => {
    expect(await refused('--out', KIT_ROOT)).toMatch(/^--out: .* is not empty; /);
  });

  test('a fixture that says what an answer says', async () => {
    const other = toyWorkbook({
      double: [
        {
          file: 'fixtures/double/fixture.ts',
          from: "'random': ({ randn }) => [randn(3, 4)],",
          to: "'random': ({ randn }) => [randn(3, 4).map((row) => row.map((z) => 2 * z))],",
        },
      ],
    });
    expect(await refused('--workbook', other, '--out', out())).toMatch(
      /^fixtures\/double\/fixture\.ts says what stands in solutions\/double\.ts:1 /,
    );
  });

  test('an answer in place of the stub', async () => {
    const other = toyWorkbook({ double: [] }, { 'exercises/double.ts': RIGHT });
    fs.rmSync(path.join(other, 'fixtures/double/stub.txt'), { force: true });
    expect(await refused('--workbook', other, '--out', out())).toMatch(/^exercises\/double\.ts is no stub any more/);
  });
});
