import { createHash } from 'node:crypto';
import fs from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import * as v from 'valibot';
import { systemWords, UserError } from '../../errors';
import { notWritable } from './notWritable';

/**
 * `journal.jsonl`: what counts. One line a result, each with a checksum, only ever appended, on disk before it counts.
 * Of several lines for one student the last counts.
 */

const text = v.string();
const points = v.pipe(v.number(), v.minValue(0));

const receiptSchema = v.strictObject({
  submission: text,
  fixtures: text,
  seed: text,
  kit: text,
  timeLimit: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

const exerciseSchema = v.strictObject({
  name: text,
  score: points,
  maxScore: points,
  status: v.picklist(['passed', 'failed', 'not-started', 'error']),
  error: v.nullable(text),
  misconceptions: v.array(text),
  /** `+` passed, `-` failed, `?` skipped, in the order of the fixture. */
  checks: v.record(text, v.picklist(['+', '-', '?'])),
});

const resultSchema = v.strictObject({
  kind: v.literal('result'),
  student: text,
  receipt: receiptSchema,
  /** False when something was lost that load may explain: it is graded again alone before it counts. */
  settled: v.boolean(),
  /** Why the submission could not be graded at all; null when it was. */
  failure: v.nullable(text),
  score: points,
  maxScore: points,
  exercises: v.array(exerciseSchema),
  at: text,
  seconds: points,
});

const runSchema = v.strictObject({
  kind: v.literal('run'),
  shard: v.nullable(text),
  /** Submissions that this run is to cover. */
  students: v.pipe(v.number(), v.integer(), v.minValue(0)),
  at: text,
});

/** Results that are not trusted any more, and are to be graded again. */
const voidSchema = v.strictObject({ kind: v.literal('void'), students: v.array(text), reason: text, at: text });

const lineSchema = v.variant('kind', [resultSchema, runSchema, voidSchema]);

export type Result = v.InferOutput<typeof resultSchema>;
export type ExerciseResult = v.InferOutput<typeof exerciseSchema>;
export type RunLine = v.InferOutput<typeof runSchema>;
export type Line = v.InferOutput<typeof lineSchema>;

/** What a journal comes to. */
export interface JournalState {
  /** The last result of each student. */
  readonly results: Map<string, Result>;
  /** The last run's line; null when there was none. */
  run: RunLine | null;
}

const SUM = /,"sum":"([0-9a-f]{8})"\}$/;

function sumOf(json: string): string {
  return createHash('sha256').update(json).digest('hex').slice(0, 8);
}

/** A line with its checksum, as it is written. */
export function lineText(line: Line): string {
  const json = JSON.stringify(line);
  return `${json.slice(0, -1)},"sum":"${sumOf(json)}"}\n`;
}

function parseLine(written: string): Line | null {
  const sum = SUM.exec(written)?.[1];
  if (sum === undefined) return null;
  const json = written.replace(SUM, '}');
  if (sumOf(json) !== sum) return null;
  try {
    return v.parse(lineSchema, JSON.parse(json));
  } catch {
    return null;
  }
}

/** A journal that was read, and what was mended in it. */
export interface ReadJournal extends JournalState {
  /** A sentence about a last line that a power cut or a full disk left half written; null when all is whole. */
  readonly repaired: string | null;
}

/**
 * Reads a journal; one that does not exist is empty. A last line without its end is cut off, on disk too: it never
 * counted.
 *
 * @param shown how the file is called in messages
 * @throws UserError with the line's number for any other damage
 */
export function readJournal(file: string, shown: string): ReadJournal {
  const state: JournalState = { results: new Map(), run: null };
  const bytes = readBytes(file, shown);
  const end = bytes.lastIndexOf(10) + 1;
  // Line by line: a journal of a large class is longer than a string may be.
  for (let start = 0, number = 1; start < end; number++) {
    const stop = bytes.indexOf(10, start);
    const line = parseLine(bytes.toString('utf8', start, stop));
    if (line === null)
      throw new UserError(
        `${shown}, line ${number}, is damaged. Restore the file from a backup, or delete that line to have its student graded again.`,
      );
    apply(state, line);
    start = stop + 1;
  }
  if (end === bytes.length) return { ...state, repaired: null };
  truncate(file, shown, end);
  return { ...state, repaired: `${shown}: the last line was half written and has been removed; it never counted.` };
}

function readBytes(file: string, shown: string): Buffer {
  try {
    return fs.readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw new UserError(`${shown} cannot be read: ${systemWords(error)}.`);
  }
}

function truncate(file: string, shown: string, length: number): void {
  try {
    fs.truncateSync(file, length);
  } catch (error) {
    throw notWritable(shown, error);
  }
}

/** What a journal comes to after one more line. */
export function apply(state: JournalState, line: Line): void {
  if (line.kind === 'result') state.results.set(line.student, sharing(line));
  else if (line.kind === 'run') state.run = line;
  else for (const student of line.students) state.results.delete(student);
}

const known = new Map<string, ExerciseResult>();

/**
 * The same result, with each exercise's part shared between those who did the same in it: few in a class differ, and
 * ten thousand results are kept in memory.
 */
function sharing(result: Result): Result {
  const exercises = result.exercises.map((exercise) => {
    const key = JSON.stringify(exercise);
    const one = known.get(key) ?? exercise;
    known.set(key, one);
    return one;
  });
  return { ...result, exercises };
}

/** A journal open for appending. */
export class Journal {
  private waiting: string[] = [];
  private current: Promise<void> = Promise.resolve();
  private scheduled: Promise<void> | null = null;

  private constructor(
    private readonly handle: FileHandle,
    private readonly shown: string,
    readonly state: JournalState,
  ) {}

  static async open(file: string, shown: string, state: JournalState): Promise<Journal> {
    try {
      return new Journal(await fs.promises.open(file, 'a'), shown, state);
    } catch (error) {
      throw notWritable(shown, error);
    }
  }

  /** Appends a line; when the promise resolves it is on disk, and counts. Lines that come meanwhile share one flush. */
  async append(line: Line): Promise<void> {
    this.waiting.push(lineText(line));
    this.scheduled ??= this.current.then(() => {
      this.scheduled = null;
      this.current = this.flush();
      return this.current;
    });
    await this.scheduled;
    apply(this.state, line);
  }

  async close(): Promise<void> {
    await this.handle.close();
  }

  private async flush(): Promise<void> {
    const batch = this.waiting.join('');
    this.waiting = [];
    try {
      await this.handle.appendFile(batch);
      await this.handle.datasync();
    } catch (error) {
      throw notWritable(this.shown, error);
    }
  }
}
