import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { grade } from '../../grading/gradeSubmission';
import { mutantsOf } from '../../verify/mutants/mutator';
import { KIT_ROOT, TS_NODE } from '../../workbook/paths';
import { loadWorkbook, type Workbook } from '../../workbook/workbook';

/**
 * What it costs to look into answers that fail: grading with and without `--brief`, as whole processes that alternate.
 * The answers are model answers with one change each.
 */

const RUNS = 5;
/** Submissions of the class, in each of which every exercise of the chapter is changed. */
const CLASS = 40;
const CHAPTER = '3.3';

const SOLUTIONS = path.join(KIT_ROOT, 'solutions');

/** Prints the figures of the tutor. */
export async function tutorBench(): Promise<void> {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'forward-pass-bench-'));
  try {
    const workbook = await loadWorkbook();
    await benchExercises(workbook, path.join(temporary, 'failing'));
    benchClass(workbook, temporary);
  } finally {
    fs.rmSync(temporary, { recursive: true });
  }
}

async function benchExercises(workbook: Workbook, folder: string): Promise<void> {
  fs.cpSync(SOLUTIONS, folder, { recursive: true });
  for (const { name } of workbook.exercises) await makeFail(workbook, folder, name);
  const args = ['grade', '--submission', folder];
  const times = Array.from({ length: RUNS }, () => ({
    whole: seconds(args),
    brief: seconds([...args, '--brief']),
  }));
  const [whole, brief] = [median(times.map((time) => time.whole)), median(times.map((time) => time.brief))];
  const count = workbook.exercises.length;
  const each = (1000 * (whole - brief)) / count;
  console.log(`\nLooking into ${count} exercises that fail, median of ${RUNS} runs`);
  console.log(`grade                         ${whole.toFixed(2)} s`);
  console.log(`grade --brief                 ${brief.toFixed(2)} s`);
  console.log(`more for an exercise          ${each.toFixed(0)} ms (goal: at most 150 ms)`);
}

/** Changes the answer to an exercise so that it fails: the first change from the middle on that does. */
async function makeFail(workbook: Workbook, folder: string, name: string): Promise<void> {
  const mutants = mutantsOf(fs.readFileSync(path.join(SOLUTIONS, `${name}.ts`), 'utf8'));
  const exercises = workbook.exercises.filter((exercise) => exercise.name === name);
  for (const { text } of mutants.slice(Math.floor(mutants.length / 2))) {
    fs.writeFileSync(path.join(folder, `${name}.ts`), text);
    const grading = {
      workbook,
      folder,
      shownFolder: folder,
      exercises,
      seed: 'workbook',
      timeLimit: 1000,
      brief: true,
    };
    const [{ status }] = (await grade(grading)).exercises;
    if (status === 'failed') return;
  }
  throw new Error(`no change of solutions/${name}.ts fails`);
}

function benchClass({ chapters }: Workbook, temporary: string): void {
  const names = chapters.find(({ id }) => id === CHAPTER)?.exercises.map(({ name }) => name) ?? [];
  const submissions = path.join(temporary, 'submissions');
  for (let i = 0; i < CLASS; i++) {
    const folder = path.join(submissions, `s${i}`);
    fs.cpSync(SOLUTIONS, folder, { recursive: true });
    for (const name of names) fs.writeFileSync(path.join(folder, `${name}.ts`), mutantAt(name, i / CLASS));
  }
  const args = ['class', submissions, '--chapter', CHAPTER, '--jobs', '2', '--time-limit', '500', '--out'];
  const whole = seconds([...args, path.join(temporary, 'whole')]);
  const brief = seconds([...args, path.join(temporary, 'brief'), '--brief']);
  console.log(`\nA class of ${CLASS}, every answer with one change`);
  console.log(`class                         ${(CLASS / whole).toFixed(1)}/s`);
  console.log(`class --brief                 ${(CLASS / brief).toFixed(1)}/s`);
  console.log(`ratio                         ${(whole / brief).toFixed(2)} (goal: at most 1.40)`);
}

/** The model answer with one of its changes, the one at `share` of them. */
function mutantAt(name: string, share: number): string {
  const mutants = mutantsOf(fs.readFileSync(path.join(SOLUTIONS, `${name}.ts`), 'utf8'));
  return mutants[Math.floor(share * mutants.length)].text;
}

/** Seconds that a command takes; points may be missing, but it must be done. */
function seconds(args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [TS_NODE, 'grader/cli.ts', ...args], {
    cwd: KIT_ROOT,
    encoding: 'utf8',
  });
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')} failed:\n${stderr}`);
  return (performance.now() - start) / 1000;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

if (require.main === module) void tutorBench();
