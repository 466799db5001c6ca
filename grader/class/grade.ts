import path from 'node:path';
import v8 from 'node:v8';
import { UserError } from '../errors';
import { fromCaller, shownPath } from '../workbook/callerPaths';
import { openWorkbook } from '../workbook/open';
import { selectExercises } from '../workbook/select';
import { readRoster } from './intake/roster';
import { type SeedOf, secretSeeds } from './intake/seeds';
import { inShard, parseShard, type Shard, shardFromEnvironment, shardText } from './intake/shard';
import { findSubmissions } from './intake/submissions';
import { regrade } from './regrade';
import { writeProducts } from './results/outputs';
import { counted, summaryLines } from './results/summary';
import { gradeAll } from './run/gradeAll';
import { Stopped } from './run/gradeStudent';
import { showProgress } from './run/progress';
import { sortSubmissions } from './run/triage';
import { OutputFolder } from './store/outputFolder';
import { kitReceipt } from './store/receipt';

export interface ClassOptions {
  readonly workbook?: string;
  readonly out: string;
  readonly roster?: string;
  readonly jobs: number;
  readonly shard?: string;
  readonly seed: string;
  readonly secretFile?: string;
  readonly timeLimit: number;
  readonly assignment: string;
  readonly chapter?: string;
  readonly reporter?: string;
  readonly regrade?: boolean;
  readonly yes?: boolean;
}

/** The exit status of a process that Ctrl-C stopped. */
const INTERRUPTED = 130;

/**
 * V8's flags for a long run beside guests that want the same cores. It tidies up when the heap has grown to one and a half
 * times what is in use: it would take what memory there is otherwise, and starting a process takes the longer, the more
 * memory the one that starts it has. And it does not optimize the compiler's largest functions, nor put one into another:
 * that took as much of a processor again as the host itself, for as long as a class of 400 takes.
 */
const LONG_RUN = [
  '--heap-growing-percent=50',
  '--max-optimized-bytecode-size=1500',
  '--max-inlined-bytecode-size-cumulative=100',
];

/** Grades every submission in the folder that `typed` names. */
export async function gradeClass(typed: string, options: ClassOptions): Promise<number> {
  if (options.yes === true && options.regrade !== true) throw new UserError('--yes goes with --regrade.');
  const workbook = await openWorkbook(options.workbook);
  const roster = options.roster === undefined ? null : readRoster(fromCaller(options.roster), options.roster);
  const seedOf = seedsOf(options);
  const shard = chosenShard(options.shard);
  const exercises = selectExercises(workbook, [], options.chapter);
  for (const flag of LONG_RUN) v8.setFlagsFromString(flag);
  const names = workbook.exercises.map(({ name }) => name);
  const found = findSubmissions(fromCaller(typed), typed, names, fromCaller(options.out));
  const students = found.students.filter(({ student }) => shard === null || inShard(student, shard));
  const { folder, shown } = outputOf(options.out, shard);
  const say = (sentence: string) => process.stdout.write(`${sentence}\n`);
  if (found.ignored.length > 0) say(`Ignored, as they are no folders: ${found.ignored.join(', ')}.`);
  if (found.divided.length > 0) say(dividedWords(found.divided));

  const output = await OutputFolder.open(folder, shown);
  const stop = new AbortController();
  const onInterrupt = () => stop.abort();
  process.once('SIGINT', onInterrupt).once('SIGTERM', onInterrupt);
  try {
    if (output.repaired !== null) say(output.repaired);
    const terms = { kit: kitReceipt(workbook, exercises), seedOf, timeLimit: options.timeLimit };
    const sorted = sortSubmissions(students, output, terms);
    const { fresh, unsettled, outdated, unchanged, receipts } = sorted;
    await output.journal.append({
      kind: 'run',
      shard: shard === null ? null : shardText(shard),
      students: students.length,
      at: new Date().toISOString(),
    });
    if (options.regrade !== true) say(planWords(fresh.length + unsettled.length, unchanged.length + outdated.length));
    const progress = showProgress(process.stderr);
    try {
      const { seed, timeLimit, jobs } = options;
      const all = { workbook, exercises, output, receipts, seed, timeLimit, jobs, progress, signal: stop.signal };
      if (options.regrade === true) await regrade(output, outdated, all, options.yes === true, say);
      else await gradeAll(all, fresh, unsettled);
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      progress.stop();
      say(
        `Stopped. ${counted(output.journal.state.results.size, 'result')} kept in ${shown}; run the same command again to go on.`,
      );
      return INTERRUPTED;
    } finally {
      progress.stop();
    }
    if (options.regrade === true && fresh.length + unsettled.length > 0)
      say(notRegradedWords(fresh.length + unsettled.length));
    if (options.regrade === true && options.yes !== true) return 0;
    const gradebook = await writeProducts(output, {
      workbook,
      students: students.map(({ student }) => student),
      roster,
      assignment: options.assignment,
      reporter: options.reporter,
    });
    for (const line of summaryLines(gradebook)) say(line);
    if (outdated.length > 0 && options.regrade !== true) say(outdatedWords(outdated.length));
    say(`Written to ${shown}: gradebook.csv, canvas.csv, moodle.csv, report.html and reports/.`);
    return 0;
  } finally {
    process.off('SIGINT', onInterrupt).off('SIGTERM', onInterrupt);
    await output.close();
  }
}

function seedsOf({ secretFile, seed }: ClassOptions): SeedOf {
  return secretFile === undefined ? () => seed : secretSeeds(fromCaller(secretFile), secretFile);
}

/** The part to grade: as typed, or as the cluster's scheduler says; null for all. */
function chosenShard(typed: string | undefined): Shard | null {
  if (typed !== undefined) {
    const shard = parseShard(typed);
    if (shard === null) throw new UserError(`--shard: "${typed}" is no part; give for example 3/8, from 1/8 to 8/8.`);
    return shard;
  }
  const found = shardFromEnvironment(process.env);
  if (found === null) return null;
  process.stdout.write(`Part ${shardText(found.shard)} of the class, from ${found.variable}.\n`);
  return found.shard;
}

/** Each part has a folder of its own, so that parts that run at the same time share nothing. */
function outputOf(typed: string, shard: Shard | null): { folder: string; shown: string } {
  const own = shard === null ? [] : [`shard-${shard.index}-of-${shard.count}`];
  const folder = path.join(fromCaller(typed), ...own);
  return { folder, shown: shownPath(folder) };
}

function dividedWords(students: readonly string[]): string {
  return `Exercise files both in the folder itself and in its exercises/ (graded where there are more of them): ${students.join('; ')}.`;
}

function planWords(todo: number, done: number): string {
  if (todo + done === 0) return 'Nothing to grade: no submission is in this part.';
  if (todo === 0) return `Nothing to grade: ${counted(done, 'submission')} unchanged.`;
  const rest = done === 0 ? '' : `; ${done} unchanged`;
  return `Grading ${counted(todo, 'submission')}${rest}.`;
}

function notRegradedWords(count: number): string {
  const are = count === 1 ? 'is' : 'are';
  return `${counted(count, 'submission')} ${are} new, changed, or not graded to the end: run the command without --regrade for these.`;
}

function outdatedWords(count: number): string {
  const are = count === 1 ? 'was' : 'were';
  return `${counted(count, 'unchanged submission')} ${are} graded with other fixtures, exercises, seed or time limit, and kept as they are; --regrade shows what would change.`;
}
