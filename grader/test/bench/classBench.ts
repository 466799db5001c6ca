import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import v8 from 'node:v8';
import { givenOf } from '../../authoring/given';
import type { Input } from '../../authoring/values';
import { makePlan } from '../../grading/plan';
import { Submission } from '../../submission/submission';
import { KIT_ROOT, TS_NODE, VITEST } from '../../workbook/paths';
import { selectExercises } from '../../workbook/select';
import { loadWorkbook } from '../../workbook/workbook';

/**
 * Submissions per second of `npm run class` on the chapter's four exercises, beside
 *
 * - the floor: a bare Node process for each submission that loads and calls the same functions on the same inputs, as
 *   many at a time, without reading TypeScript and without judging;
 * - a plain Vitest suite, run for one submission after the other, as a course without a grader would.
 *
 * No two submissions have the same text. Half of either is run before and half after, as machines drift.
 *
 * When last looked at, the floor was 20 times as fast as plain suites (8 times where answers import mathjs), and `class`
 * 16 and 14 times: what is left between is the price of a process for each submission.
 */

const CHAPTER = '3.3';
const COUNT = 400;
const JOBS = 2;
/** Runs of the plain suite, before and again after. */
const PLAIN_RUNS = 4;
const PLAIN = [VITEST, 'run', '--configLoader', 'runner', '--project', 'bench'];
const MATHJS = path.join(path.dirname(require.resolve('mathjs/package.json')), 'lib/browser/math.js');

/** The floor's program: CommonJS modules in one object, and the calls to make. */
const FLOOR = `
const { modules, calls } = require('node:v8').deserialize(require('node:fs').readFileSync(process.argv[1]));
const cache = {};
const load = (id) => {
  if (id === 'mathjs') return require(${JSON.stringify(MATHJS)});
  if (!cache[id]) {
    const { code, imports } = modules[id];
    new Function('exports', 'require', code)((cache[id] = {}), (name) => load(imports[name]));
  }
  return cache[id];
};
const input = (value) => {
  const given = value?.given && load('given:functions.ts')[value.given];
  return given ? (value.of === null ? given : given(...value.of)) : value;
};
for (const [name, inputs] of calls) load(name + '.ts')[name](...inputs.map(input));
`;

const run = promisify(execFile);

/** Submissions per second. */
interface Rates {
  readonly kit: number;
  readonly floor: number;
  readonly plain: number;
}

/** Grades COUNT copies of `folder`, whole processes, and does what it is compared with. */
async function measure(folder: string): Promise<Rates> {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'forward-pass-bench-'));
  try {
    const submissions = path.join(temporary, 'submissions');
    for (let i = 0; i < COUNT; i++) copySubmission(folder, path.join(submissions, `s${i}`), `// Submission ${i}.\n`);
    const out = path.join(temporary, 'out');
    const grade = [
      'class',
      submissions,
      '--chapter',
      CHAPTER,
      '--out',
      out,
      '--jobs',
      String(JOBS),
      '--time-limit',
      '10000',
    ];
    const work = path.join(temporary, 'work');
    fs.writeFileSync(work, await floorWork(folder));
    const around = async () => [
      await seconds(() => bareProcesses(work, COUNT / 2)),
      await seconds(() => plainRuns(folder)),
    ];
    const [floorBefore, plainBefore] = await around();
    const kit = await seconds(() => run(process.execPath, [TS_NODE, 'grader/cli.ts', ...grade], { cwd: KIT_ROOT }));
    const [floorAfter, plainAfter] = await around();
    return {
      kit: COUNT / kit,
      floor: COUNT / (floorBefore + floorAfter),
      plain: (2 * PLAIN_RUNS) / (plainBefore + plainAfter),
    };
  } finally {
    fs.rmSync(temporary, { recursive: true });
  }
}

function copySubmission(from: string, to: string, comment: string): void {
  fs.mkdirSync(to, { recursive: true });
  for (const name of fs.readdirSync(from)) {
    if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue;
    fs.writeFileSync(path.join(to, name), comment + fs.readFileSync(path.join(from, name), 'utf8'));
  }
}

async function floorWork(folder: string): Promise<Buffer> {
  const exercises = selectExercises(await loadWorkbook(), [], CHAPTER);
  const submission = new Submission(folder);
  const modules: Record<string, unknown> = {};
  const calls: unknown[] = [];
  for (const exercise of exercises) {
    const program = submission.program(exercise.name);
    if ('kind' in program) throw new Error(program.message);
    for (const module of program.modules) modules[module.id] = module;
    for (const call of makePlan(exercise, 'workbook').calls) calls.push([exercise.name, call.inputs.map(floorInput)]);
  }
  Object.assign(modules, givenModules());
  return v8.serialize({ modules, calls });
}

/** A case's functions by name, as they cannot cross over to a process. */
function floorInput(input: Input): unknown {
  if (typeof input !== 'function') return input;
  const { name, of } = givenOf(input);
  return { given: name, of };
}

/** `reference/functions.ts` and what it imports, under ids that no submission has. */
function givenModules(): Record<string, unknown> {
  const program = new Submission(path.join(KIT_ROOT, 'reference')).program('functions');
  if ('kind' in program) throw new Error(program.message);
  return Object.fromEntries(
    program.modules.map(({ id, code, imports }) => [
      `given:${id}`,
      { code, imports: Object.fromEntries(Object.entries(imports).map(([name, to]) => [name, `given:${to}`])) },
    ]),
  );
}

async function bareProcesses(work: string, count: number): Promise<void> {
  let left = count;
  const worker = async () => {
    // Guests get no environment either. It may name a file of certificates, which takes each Node 50 ms to read.
    while (left-- > 0) await run(process.execPath, ['-e', FLOOR, work], { env: {} });
  };
  await Promise.all(Array.from({ length: JOBS }, worker));
}

async function plainRuns(folder: string): Promise<void> {
  const env = { ...process.env, BENCH_ANSWERS: path.basename(folder) };
  for (let i = 0; i < PLAIN_RUNS; i++) await run(process.execPath, PLAIN, { cwd: KIT_ROOT, env });
}

async function seconds(action: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await action();
  return (performance.now() - start) / 1000;
}

/** Prints the figures of grading a class. */
export async function classBench(): Promise<void> {
  console.log(`\nGrading a class of ${COUNT}, ${JOBS} at a time`);
  for (const [title, name] of [
    ['answers in plain loops', 'reference'],
    ['answers that import mathjs', 'solutions'],
  ]) {
    const { kit, floor, plain } = await measure(path.join(KIT_ROOT, name));
    console.log(title);
    console.log(`  class                     ${kit.toFixed(1)}/s`);
    console.log(
      `  bare Node processes       ${floor.toFixed(1)}/s, ${(floor / kit).toFixed(2)} times as fast (goal: at most 1.30)`,
    );
    console.log(
      `  plain Vitest, one by one  ${plain.toFixed(2)}/s, class is ${(kit / plain).toFixed(1)} times as fast (goal: at least 20)`,
    );
  }
}

if (require.main === module) classBench();
