import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePlan } from '../../grading/plan';
import type { Report } from '../../grading/report';
import { pretty } from '../../reporters/text/pretty';
import { newStyle } from '../../reporters/text/style';
import { KIT_ROOT } from '../../workbook/paths';
import { loadWorkbook } from '../../workbook/workbook';
import { type Finished, runCli } from '../support/commandLine';
import { type Entry, type Places, submittedEntries } from './entries';
import { listFiles, listSession } from './look';
import { madeEntries } from './made';

/** Every attack of the corpus, through the real command line, with the other exercises solved. */

/** What is graded: the attacked exercise first, then those that must keep their marks. */
const GRADED = ['relu', 'softmax', 'forwardMlp', 'crossEntropy'];
const SECRETS = ['secret-of-the-environment', 'secret-of-a-file', 'root:x:0:0', 'np.maximum'];
let connections = 0;
const listener = net.createServer((socket) => {
  connections++;
  socket.destroy();
});
let places: Places;
let kitBefore: readonly string[];
/** Everything that the corpus writes; `temporary` is where a grading would put its own temporary files. */
const root = fs.mkdtempSync(path.join(os.tmpdir(), 'forward-pass-corpus-'));
const temporary = path.join(root, 'temporary');
const outside = path.join(root, 'outside');
let submissions = 0;
let gradings = 0;

/** The model answers; forwardMlp with helpers of its own, so that an attack on relu costs relu alone. */
function solvedSubmission(): string {
  const folder = path.join(root, `submission-${submissions++}`);
  const solutions = path.join(KIT_ROOT, 'solutions');
  fs.cpSync(solutions, folder, { recursive: true });
  for (const name of ['relu', 'softmax'])
    fs.copyFileSync(path.join(solutions, `${name}.ts`), path.join(folder, `own_${name}.ts`));
  const forwardMlp = path.join(folder, 'forwardMlp.ts');
  fs.writeFileSync(forwardMlp, fs.readFileSync(forwardMlp, 'utf8').replaceAll("'./", "'./own_"));
  return folder;
}

interface Graded extends Finished {
  /** The most memory that the grader had, or a compiler of its own, in MiB. */
  readonly peak: number;
}

/** More than any attack needs: three times what grading the model answers does. */
const MEMORY_BOUND = 500;

async function gradeFolder(folder: string, ...args: readonly string[]): Promise<Graded> {
  const command = ['grade', ...GRADED, '--submission', folder, '--reporter', 'json', ...args];
  const peaks = path.join(root, `peaks-${gradings++}`);
  const preload = `--require ${JSON.stringify(path.join(KIT_ROOT, 'grader/test/support/peakMemory.cjs'))}`;
  const env = { SECRET: SECRETS[0], TMPDIR: temporary, NODE_OPTIONS: preload, PEAKS: peaks };
  const finished = await runCli(command, KIT_ROOT, env, true);
  const peak = Math.max(...fs.readFileSync(peaks, 'utf8').trim().split('\n').map(Number)) / 1024;
  return { ...finished, peak };
}

beforeAll(async () => {
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  for (const folder of [temporary, outside]) fs.mkdirSync(folder);
  fs.writeFileSync(path.join(outside, 'secret.ts'), `export const secret = '${SECRETS[1]}';\n`);
  const { port } = listener.address() as net.AddressInfo;
  places = { port, outside };
  kitBefore = listFiles(KIT_ROOT);
});

afterAll(() => {
  listener.close();
  fs.rmSync(root, { recursive: true });
});

test('a submission without an attack has full marks', async () => {
  const { stdout } = await gradeFolder(solvedSubmission());
  expect(JSON.parse(stdout).score).toBe(100);
});

const entries: readonly Entry[] = [...submittedEntries(), ...madeEntries];

describe.concurrent('each attack gets its verdict, and leaves nothing behind', () => {
  test.for(entries)('$name', async (entry, { expect }) => {
    const folder = solvedSubmission();
    entry.write(folder, places);
    const before = listFiles(folder);
    const { timeLimit } = entry;
    const graded = await gradeFolder(folder, '--time-limit', String(timeLimit));
    const report: Report = JSON.parse(graded.stdout);
    const [relu, ...others] = report.exercises;
    const { status, error, score } = relu;
    const came = { status, error: error?.kind ?? null };
    expect([{ status: entry.status, error: entry.error }, ...entry.or]).toContainEqual(came);
    if (entry.score === null) expect(score).toBeLessThan(10);
    else expect(score).toBe(entry.score);
    expect(others.map((other) => [other.name, other.score])).toEqual([
      ['softmax', 30],
      ['forwardMlp', 35],
      ['crossEntropy', 25],
    ]);
    const said = [error?.message, ...relu.checks.map(({ message }) => message), relu.console].join('\n');
    if (came.error === entry.error) expect(said).toContain(entry.says);
    expect(said).not.toContain(KIT_ROOT);
    expect(graded.stderr).toBe('');
    expect(graded.stdout.length).toBeLessThan(200_000);
    expect(graded.peak).toBeLessThan(MEMORY_BOUND);
    expectHarmless(graded.stdout);
    const shown = pretty(report, newStyle(80, false));
    expect(shown.length).toBeLessThan(20_000);
    expect(shown.match(/^Total /gm)).toHaveLength(1);
    expectHarmless(shown);
    expect(listFiles(folder)).toEqual(before);
    expect(await listSession(graded.pid)).toEqual([]);
  });
});

/** What a terminal, a CI service, or a thief would like to see in the output is not there. */
function expectHarmless(output: string): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be there
  expect(output).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  expect(output).not.toMatch(/^\s*::|##\[/m);
  for (const secret of SECRETS) expect(output).not.toContain(secret);
}

test('a table of the answers to known inputs is worth nothing with another seed', async () => {
  const { exercises } = await loadWorkbook();
  const plan = makePlan(exercises[0], 'workbook');
  const table = plan.calls.map((call) => [JSON.stringify(call.inputs[0]).slice(0, 40), call.expected()]);
  const folder = solvedSubmission();
  const source = `const table = new Map(${JSON.stringify(table)});
export const relu = (Z) => table.get(JSON.stringify(Z).slice(0, 40)) ?? Z;\n`;
  fs.writeFileSync(path.join(folder, 'relu.ts'), source);
  const score = async (seed: string) => {
    const { stdout } = await gradeFolder(folder, '--seed', seed);
    return (JSON.parse(stdout) as Report).exercises[0].score;
  };
  expect(await score('workbook')).toBe(10);
  // What Z itself earns, which the table falls back on: its shape, tripling, and that Z is not changed.
  expect(await score('another')).toBe(3);
});

test('nobody has connected, and the kit and the folder for temporary files are as they were', () => {
  expect(connections).toBe(0);
  expect(listFiles(KIT_ROOT)).toEqual(kitBefore);
  // What ts-node compiled is kept there.
  expect(fs.readdirSync(temporary).filter((name) => !name.startsWith('v8-compile-cache'))).toEqual([]);
});

test('there are at least 60 attacks, each with a name of its own', () => {
  expect(entries.length).toBeGreaterThanOrEqual(60);
  expect(new Set(entries.map(({ name }) => name)).size).toBe(entries.length);
});
