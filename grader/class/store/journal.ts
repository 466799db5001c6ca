import fs from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { systemWords, UserError } from '../../errors';
import { patiently } from '../../workbook/patiently';
import { type ExerciseResult, type Line, lineText, parseLine, type Result, type RunLine } from './journalLine';
import { notWritable } from './notWritable';

/**
 * `journal.jsonl`: what counts. A line for each result, with a checksum, only ever appended, on disk before it counts.
 * Of several lines for one student the last counts.
 */

/** What a journal comes to. */
export interface JournalState {
  /** The last result of each student. */
  readonly results: Map<string, Result>;
  /** The last run's line; null when there was none. */
  run: RunLine | null;
}

/** A journal that was read, and what was repaired in it. */
export interface ReadJournal extends JournalState {
  /** A sentence about a last line that a power cut or a full disk left half written; null when all is whole. */
  readonly repaired: string | null;
}

/**
 * Reads a journal; one that does not exist is empty. A last line without its end is cut off, on disk too: it never
 * counted.
 *
 * @param shown what the file is called in messages
 * @throws UserError with the line's number for any other damage
 */
export async function readJournal(file: string, shown: string): Promise<ReadJournal> {
  const state: JournalState = { results: new Map(), run: null };
  const bytes = await readBytes(file, shown);
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
  await truncate(file, shown, end);
  return { ...state, repaired: `${shown}: the last line was half written and has been removed; it never counted.` };
}

async function readBytes(file: string, shown: string): Promise<Buffer> {
  try {
    return await patiently(() => fs.promises.readFile(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw new UserError(`${shown} cannot be read: ${systemWords(error)}.`);
  }
}

async function truncate(file: string, shown: string, length: number): Promise<void> {
  try {
    await patiently(() => fs.promises.truncate(file, length));
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
    private readonly mayWrite: () => boolean,
  ) {}

  /** @param mayWrite whether the file still is ours to write to */
  static async open(file: string, shown: string, state: JournalState, mayWrite = () => true): Promise<Journal> {
    try {
      return new Journal(await patiently(() => fs.promises.open(file, 'a')), shown, state, mayWrite);
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
    if (!this.mayWrite())
      throw new UserError(
        `Another run has taken over ${this.shown}, as this one stood still for so long that it seemed to have ended. What it had graded by then is kept.`,
      );
    try {
      await this.handle.appendFile(batch);
      await this.handle.datasync();
    } catch (error) {
      throw notWritable(this.shown, error);
    }
  }
}
