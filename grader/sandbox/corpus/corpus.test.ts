import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePlan } from '../../grading/plan';
import type { Report } from '../../grading/report';
import { KIT_ROOT } from '../../paths';
import { type Finished, runCli } from '../../testing/commandLine';
import { temporaryFolder } from '../../testing/submissions';
import { loadWorkbook } from '../../workbook';
import { type Entry, type Places, submittedEntries } from './entries';
import { listFiles, listSession } from './look';
import { madeEntries } from './made';

/** Every attack of the corpus, through the real command line, with the other exercises solved. */

const SECRETS = ['secret-of-the-environment', 'secret-of-a-file', 'root:x:0:0', 'np.maximum'];
const SOLVED = 90;

let connections = 0;
const listener = net.createServer((socket) => {
  connections++;
  socket.destroy();
});
let places: Places;
let kitBefore: readonly string[];
/** Duration of a grading without an attack, in ms. */
let usual = 0;

/** The model answers; forwardMlp with helpers of its own, so that an attack on relu costs relu alone. */
function solvedSubmission(): string {
  const folder = path.join(temporaryFolder(), 'submission');
  const solutions = path.join(KIT_ROOT, 'solutions');
  fs.cpSync(solutions, folder, { recursive: true });
  fs.mkdirSync(path.join(folder, 'own'));
  for (const name of ['relu.ts', 'softmax.ts'])
    fs.copyFileSync(path.join(solutions, name), path.join(folder, 'own', name));
  const forwardMlp = path.join(folder, 'forwardMlp.ts');
  fs.writeFileSync(forwardMlp, fs.readFileSync(forwardMlp, 'utf8').replaceAll("'./", "'./own/"));
  return folder;
}

interface Graded extends Finished {
  readonly duration: number;
  /** Files that appeared in the folder for temporary files. */
  readonly leftovers: readonly string[];
}

async function gradeFolder(folder: string, ...args: readonly string[]): Promise<Graded> {
  const temporary = temporaryFolder();
  const start = performance.now();
  const finished = await runCli(
    ['grade', '--submission', folder, ...args],
    KIT_ROOT,
    { SECRET: SECRETS[0], TMPDIR: temporary },
    true,
  );
  return { ...finished, duration: performance.now() - start, leftovers: fs.readdirSync(temporary) };
}

beforeAll(async () => {
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const outside = fs.mkdtempSync(path.join(KIT_ROOT, '..', 'forward-pass-outside-'));
  fs.writeFileSync(path.join(outside, 'secret.ts'), `export const secret = '${SECRETS[1]}';\n`);
  const { port } = listener.address() as net.AddressInfo;
  places = { port, outside };
  kitBefore = listFiles(KIT_ROOT);
});

afterAll(() => {
  listener.close();
  fs.rmSync(places.outside, { recursive: true });
});

test('a submission without an attack has full marks', async () => {
  const { stdout, duration } = await gradeFolder(solvedSubmission(), '--reporter', 'json');
  usual = duration;
  expect(JSON.parse(stdout).score).toBe(100);
});

const entries: readonly Entry[] = [...submittedEntries(), ...madeEntries];

describe.concurrent('each attack gets its verdict, in time, and leaves nothing behind', () => {
  test.for(entries)('$name: $attack', async (entry) => {
    const folder = solvedSubmission();
    entry.write(folder, places);
    const before = listFiles(folder);
    const { timeLimit } = entry;
    const args = ['--reporter', 'json', '--time-limit', String(timeLimit)];
    const { stdout, stderr, pid, duration, leftovers } = await gradeFolder(folder, ...args);
    const report: Report = JSON.parse(stdout);
    const [relu, ...others] = report.exercises;
    const { status, error, score } = relu;
    expect({ status, error: error?.kind ?? null }).toEqual({ status: entry.status, error: entry.error });
    if (entry.score === null) expect(score).toBeLessThan(10);
    else expect(score).toBe(entry.score);
    expect(others.map((other) => [other.name, other.score])).toEqual([
      ['softmax', 30],
      ['forwardMlp', 35],
      ['crossEntropy', 25],
    ]);
    const said = [error?.message, ...relu.checks.map(({ message }) => message), relu.console].join('\n');
    expect(said).toContain(entry.says);
    expect(stderr).toBe('');
    expectHarmless(stdout);
    expect(stdout.length).toBeLessThan(200_000);
    // The grading itself may take longer than usual, too, when the machine has much to do.
    expect(duration).toBeLessThan(2 * timeLimit + 1000 + 2 * usual);
    expect(leftovers).toEqual([]);
    expect(listFiles(folder)).toEqual(before);
    expect(await listSession(pid)).toEqual([]);
  });
});

/** What a terminal, a CI service, or a thief would like to see in the output is not there. */
function expectHarmless(output: string): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be there
  expect(output).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  expect(output).not.toMatch(/^\s*::|##\[/m);
  for (const secret of SECRETS) expect(output).not.toContain(secret);
}

describe.concurrent('the report for people shows attacks on terminals and CI services harmless', () => {
  const names = entries.map(({ name }) => name).filter((name) => /^(?:print|throw|return|name|import)-/.test(name));
  test.for(names)('%s', async (name) => {
    const folder = solvedSubmission();
    const entry = entries.find((one) => one.name === name);
    entry?.write(folder, places);
    const { stdout } = await gradeFolder(folder, '--time-limit', String(entry?.timeLimit));
    expect(stdout).toContain('Total ');
    expect(stdout.match(/^Total /gm)).toHaveLength(1);
    expect(stdout.length).toBeLessThan(20_000);
    expectHarmless(stdout);
  });
});

test('a table of the answers to known inputs is worth nothing with another seed', async () => {
  const { exercises } = await loadWorkbook();
  const plan = makePlan(exercises[0], 'workbook');
  const table = plan.calls.map((call) => [JSON.stringify(call.inputs[0]).slice(0, 40), call.expected()]);
  const folder = solvedSubmission();
  const source = `const table = new Map(${JSON.stringify(table)});
export const relu = (Z) => table.get(JSON.stringify(Z).slice(0, 40)) ?? Z;\n`;
  fs.writeFileSync(path.join(folder, 'relu.ts'), source);
  const score = async (seed: string) => {
    const { stdout } = await gradeFolder(folder, '--reporter', 'json', '--seed', seed);
    return (JSON.parse(stdout) as Report).exercises[0].score;
  };
  expect(await score('workbook')).toBe(10);
  expect(await score('another')).toBeLessThanOrEqual(2);
});

test('nobody has connected, and the kit is as it was', () => {
  expect(connections).toBe(0);
  expect(listFiles(KIT_ROOT)).toEqual(kitBefore);
});

test('there are at least 60 attacks, each with a name of its own', () => {
  expect(entries.length).toBeGreaterThanOrEqual(60);
  expect(new Set(entries.map(({ name }) => name)).size).toBe(entries.length);
  expect(SOLVED).toBe(90);
});
