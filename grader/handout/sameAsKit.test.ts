import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual, promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishedAnswers } from '../test/reality/publishedAnswers';
import { runCli } from '../test/support/commandLine';
import type { HandedIn } from '../test/support/reportsOn';
import { rightAnswers } from '../test/support/variantSources';
import { KIT_ROOT, TS_NODE } from '../workbook/paths';
import { loadWorkbook } from '../workbook/workbook';
import { type Leak, leaksIn, secretsOf } from './leaks';

/** The handout of the whole workbook, beside the kit that it was made by. */

const around = fs.mkdtempSync(path.join(os.tmpdir(), 'forward-pass-'));
const folder = path.join(around, 'handout');
let names: readonly string[] = [];

beforeAll(async () => {
  const { status, stderr } = await runCli(['handout', '--out', folder]);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  fs.symlinkSync(path.join(KIT_ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  names = Object.keys(JSON.parse(fs.readFileSync(path.join(folder, 'handout.json'), 'utf8')).exercises);
}, 600_000);
afterAll(() => fs.rmSync(around, { recursive: true, force: true }));

/** The handout's files by path. */
function filesOf(): ReadonlyMap<string, Buffer> {
  const paths = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => !file.startsWith('node_modules') && fs.statSync(path.join(folder, file)).isFile());
  return new Map(paths.map((file) => [file.split(path.sep).join('/'), fs.readFileSync(path.join(folder, file))]));
}

/** What the kit's own code says as well: a mean, a maximum, a swap, a source of random numbers. */
const COMMON: readonly RegExp[] = [
  /^\(row\)=>Math\.max\(\.\.\.row\)$/,
  /^\[order\[i\],order\[j\]\]=\[order\[j\],order\[i\]\]$/,
  /^constcentre=mean\(column\)$/,
  /^(?:constmean=)?(?:\(values\)=>)?(?:values\.reduce\()?\(sum,value\)=>sum\+value(?:,0\))?(?:\/values\.length)?$/,
  /0x6d2b79f5|mixed>>>14/,
];

test('no statement or expression of an answer, right or wrong, is in it', async () => {
  const leaks = leaksIn(secretsOf(await loadWorkbook()), filesOf());
  // What the language does is explained with pieces of code, for learners to read.
  const isCommon = ({ foundIn, code }: Leak) =>
    foundIn.startsWith('grader/grading/tutor/traps/') ||
    (foundIn.startsWith('grader/') && COMMON.some((words) => words.test(code)));
  const own = leaks.filter((leak) => !isCommon(leak));
  expect(own.map(({ foundIn, file, line, code }) => `${foundIn} says what ${file}:${line} says: ${code}`)).toEqual([]);
});

test('it takes less than 3 MB', () => {
  const size = [...filesOf().values()].reduce((sum, { length }) => sum + length, 0);
  expect(size).toBeLessThan(3_000_000);
});

/** What a script prints in the kit and in the handout, line by line. */
async function printed(script: string, ...args: readonly string[]) {
  const inside = `grader/test/support/${script}`;
  fs.mkdirSync(path.join(folder, path.dirname(inside)), { recursive: true });
  fs.copyFileSync(path.join(KIT_ROOT, inside), path.join(folder, inside));
  const lines = async (cwd: string) => {
    const tsNode = path.relative(KIT_ROOT, TS_NODE);
    const { stdout } = await promisify(execFile)(process.execPath, [tsNode, inside, ...args], { cwd, maxBuffer: 1e9 });
    return stdout.trim().split('\n');
  };
  return [await lines(KIT_ROOT), await lines(folder)] as const;
}

/** One published answer in so many is compared: each takes a report in the kit and one in the handout. */
const SHARE = 3;

/** What is told of an answer, each in the kit and in the handout. */
type Told = {
  readonly counterexample: unknown;
  readonly wrongStep: { readonly line: number } | readonly [line: number, ...unknown[]] | null;
  readonly diagnosis: readonly unknown[];
  readonly unasked?: boolean;
};

/**
 * Holds what a handout tells against what the kit tells. Marks and checks are the same. A handout may know of a larger input
 * only, and then of no step; where a constant has to be solved for it asks nothing, as that takes the function, and its
 * report says who can; where functions are handed over it tells no step.
 */
function expectAlike(own: readonly Told[], kits: readonly Told[]): void {
  expect(own).toHaveLength(kits.length);
  for (const [i, { counterexample, wrongStep, diagnosis, unasked, ...judged }] of own.entries()) {
    const kit = kits[i];
    expect({ ...kit, ...judged }).toEqual(kit);
    expect(counterexample === null).toBe(kit.counterexample === null);
    if (diagnosis.length > 0) expect(diagnosis).toEqual(kit.diagnosis);
    if (wrongStep !== null) expect(lineOf(wrongStep)).toBe(lineOf(kit.wrongStep));
    if (unasked === true) expect(diagnosis).toEqual([]);
  }
  const same = own.filter((told, i) => isDeepStrictEqual(told, kits[i])).length;
  expect(same / own.length).toBeGreaterThan(0.95);
  expect(own.filter(({ wrongStep }) => wrongStep !== null).length).toBeGreaterThan(0);
}

const lineOf = (step: Told['wrongStep']) => (step === null || 'line' in step ? step?.line : step[0]);

/**
 * Answers are called here without a guest, so that what a fixture hands over has to work here as well. In the handout it is
 * only there to be named.
 */
async function withFunctions<T>(work: () => Promise<T>): Promise<T> {
  const file = path.join(folder, 'reference/functions.ts');
  const before = fs.readFileSync(file);
  fs.writeFileSync(file, `export * from ${JSON.stringify(path.join(KIT_ROOT, 'reference/functions'))};\n`);
  try {
    return await work();
  } finally {
    fs.writeFileSync(file, before);
  }
}

test('what is told of every answer that the workbook ships is what the kit tells', async () => {
  const [here, there] = await withFunctions(() => printed('toldOfMistakes.ts', KIT_ROOT, '10', ...names));
  const nameOf = (line: string) => line.slice(0, line.indexOf(': '));
  const told = (line: string) => JSON.parse(line.slice(nameOf(line).length + 2)) as Told;
  expect(there.map(nameOf)).toEqual(here.map(nameOf));
  expect(there.length).toBeGreaterThan(names.length);
  expectAlike(there.map(told), here.map(told));
}, 600_000);

/** What is handed over is another right answer in a handout than in the kit, which shows in the last digits. */
const toDigits = (_: string, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(9)) : value);

test('reports on right answers, and on published ones, are those of the kit, the first wrong step among them', async () => {
  const right = await rightAnswers(await loadWorkbook());
  const all: readonly HandedIn[] = [
    ...right.map(({ name, exercise, source }) => ({ id: name, exercise, files: { [`${exercise}.ts`]: source } })),
    ...publishedAnswers()
      .filter((_, i) => i % SHARE === 0)
      .map(({ id, exercise, files }) => ({
        id,
        exercise,
        files: Object.fromEntries(Object.entries(files).map(([name, source]) => [`${name}.ts`, source])),
      })),
  ];
  const answers = path.join(around, 'answers.json');
  const handedOut = all.filter(({ exercise }) => names.includes(exercise));
  fs.writeFileSync(answers, JSON.stringify(handedOut));
  const [here, there] = await printed('reportsOn.ts', answers, path.join(KIT_ROOT, 'solutions'));
  expect(there).toHaveLength(handedOut.length);
  const [kits, own] = [here, there].map((lines) => lines.map((line) => JSON.parse(line, toDigits) as Told));
  expectAlike(own, kits);
  const notAsked = own.filter(({ diagnosis }, i) => diagnosis.length < kits[i].diagnosis.length);
  expect(notAsked.filter(({ unasked }) => unasked !== true)).toEqual([]);
}, 600_000);

test('where an exercise builds on one that is wrong, it says who can tell more, and gives no more than the kit', async () => {
  const answers = path.join(around, 'answers');
  fs.cpSync(path.join(KIT_ROOT, 'solutions'), answers, { recursive: true });
  fs.writeFileSync(
    path.join(answers, 'softmax.ts'),
    'export const softmax = (Z) => Z.map((row) => row.map(Math.exp));\n',
  );
  const scores = async (kit: string) => {
    const { stdout } = await runCli(['grade', 'forwardMlp', '--submission', answers, '--reporter', 'json'], kit);
    return JSON.parse(stdout).exercises[0];
  };
  const [here, there] = [await scores(KIT_ROOT), await scores(folder)];
  expect(here).toMatchObject({ score: 35, carriedForward: ['softmax'] });
  expect(there).toMatchObject({ carriedForward: [], leftToInstructor: ['softmax'] });
  expect(there.score).toBeLessThan(here.score);
  const { stdout } = await runCli(['grade', 'forwardMlp', '--submission', answers], folder);
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
    'Graded with your softmax, not fully right yet. Your instructor’s grading puts a right one in its place, and may give more.',
  );
});
