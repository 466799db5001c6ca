import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { systemWords, UserError } from '../../errors';
import type { Report } from '../../grading/report';
import { exportNames } from '../../reporters/registry';
import { sanitizeLine } from '../../text/sanitize';
import { makeFolder, removeQuietly, writeWhole } from '../../workbook/files';
import type { GradedSubmission, ResultStore } from '../run/ports';
import { Journal, type ReadJournal, readJournal } from './journal';
import { lineText, type Result, type RunLine } from './journalLine';
import { type Lock, lockFolder } from './lock';
import { concernsOneFile, notWritable } from './notWritable';

/** A file name may have 255 bytes, and the one it is written under first is longer than the last one. */
const MAX_NAME_BYTES = 180;

/** The folder that a class is graded into, locked for one run. */
export class OutputFolder implements ResultStore {
  private constructor(
    readonly folder: string,
    /** What the folder is called in messages. */
    readonly shown: string,
    private readonly journal: Journal,
    /** What was repaired in the journal, in a sentence; null when it was whole. */
    readonly repaired: string | null,
    private readonly lock: Lock,
  ) {}

  /**
   * Opens `folder`, making it when it is not there.
   *
   * @throws UserError when it cannot be written, another run holds it, or its journal is damaged
   */
  static async open(folder: string, shown: string): Promise<OutputFolder> {
    await makeFolder(path.join(folder, 'reports'), (_, error) => notWritable(shown, error));
    const lock = await lockFolder(folder, shown);
    try {
      await removeDrafts(folder);
      const file = path.join(folder, 'journal.jsonl');
      const shownFile = path.posix.join(shown, 'journal.jsonl');
      const state: ReadJournal = await readJournal(file, shownFile);
      const journal = await Journal.open(file, shownFile, state, lock.isOurs);
      return new OutputFolder(folder, shown, journal, state.repaired, lock);
    } catch (error) {
      await lock.release();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.journal.close();
    await this.lock.release();
  }

  /** The last result of each student. */
  get results(): ReadonlyMap<string, Result> {
    return this.journal.state.results;
  }

  /** The last run on this folder; null when there was none. */
  get lastRun(): RunLine | null {
    return this.journal.state.run;
  }

  /** Notes that a run begins, which is to cover this many students. */
  async startRun(shard: string | null, students: number): Promise<void> {
    const { node } = process.versions;
    await this.journal.append({ kind: 'run', shard, students, node, at: new Date().toISOString() });
  }

  async keep({ report, result }: GradedSubmission): Promise<string | null> {
    const { student } = result;
    try {
      await this.writeReport(student, `${JSON.stringify(report, null, 1)}\n`);
    } catch (error) {
      if (!concernsOneFile(error)) throw error;
      // An older result is of another submission, or of other terms.
      if (this.results.has(student)) await this.drop([student], 'its new report cannot be written');
      return error.message;
    }
    await this.journal.append(result);
    return null;
  }

  async drop(students: readonly string[], reason: string): Promise<void> {
    await this.journal.append({ kind: 'void', students: [...students], reason, at: new Date().toISOString() });
  }

  /** Takes over a result of another folder, with its report as it is. */
  async adopt(from: OutputFolder, result: Result): Promise<void> {
    const known = this.results.get(result.student);
    if (known !== undefined && lineText(known) === lineText(result)) return;
    await this.writeReport(result.student, from.reportText(result.student));
    await this.journal.append(result);
  }

  hasReport(student: string): boolean {
    return fs.existsSync(this.reportFile(student));
  }

  /** The report of a student; null when it is not there or not one of ours. */
  readReport(student: string): Report | null {
    try {
      return JSON.parse(fs.readFileSync(this.reportFile(student), 'utf8'));
    } catch {
      return null;
    }
  }

  /** Makes a folder in it, unless it is there. */
  async makeFolder(name: string): Promise<void> {
    await makeFolder(path.join(this.folder, name), this.refusal(name));
  }

  /** Writes a file of the folder, whole or not at all. */
  async write(name: string, text: string): Promise<void> {
    await writeWhole(path.join(this.folder, name), text, this.refusal(name));
  }

  private refusal(name: string): (file: string, error: unknown) => UserError {
    return (_, error) => notWritable(path.posix.join(this.shown, name.split(path.sep).join('/')), error);
  }

  private reportFile(student: string): string {
    return path.join(this.folder, 'reports', reportName(student));
  }

  private reportText(student: string): string {
    try {
      return fs.readFileSync(this.reportFile(student), 'utf8');
    } catch (error) {
      throw new UserError(
        `${sanitizeLine(path.posix.join(this.shown, 'reports', reportName(student)))} cannot be read: ${systemWords(error)}. Run the command for ${this.shown} again; it makes missing reports anew.`,
      );
    }
  }

  /** Before the journal's line, which makes it count. */
  private async writeReport(student: string, text: string): Promise<void> {
    await this.write(path.join('reports', reportName(student)), text);
  }
}

/** Where students' pages go. */
export const FEEDBACK = 'feedback';
/** Where the files go that Canvas attaches as comments. */
export const CANVAS_FEEDBACK = 'canvas-feedback';
/** Where the pages go once more, called so that Moodle gives each to its student. */
export const MOODLE_FEEDBACK = 'moodle-feedback';

/** The folders of what students may see. */
export const FEEDBACK_FOLDERS = [FEEDBACK, CANVAS_FEEDBACK, MOODLE_FEEDBACK] as const;

/** What is written here whole; whatever else lies in the folder may be somebody's own. */
const FOLDERS = ['reports', ...FEEDBACK_FOLDERS, ...exportNames];
const FILE = /^(?:gradebook\.csv|canvas\.csv|moodle\.csv|regrade\.csv|report\.html|intake\.json)$/;

/** What `write-file-atomic` calls a file until it is whole: its name, and a number. */
const DRAFT = /(?<=\.\w+)\.\d+$/;

/** Removes what a run that was killed had half written; the caller holds the lock, so nobody is writing. */
async function removeDrafts(folder: string): Promise<void> {
  const isDraft = (name: string) => DRAFT.test(name) && FILE.test(name.replace(DRAFT, ''));
  for (const name of fs.readdirSync(folder)) if (isDraft(name)) await removeQuietly(path.join(folder, name));
  for (const own of FOLDERS.map((name) => path.join(folder, name)).filter((one) => fs.existsSync(one)))
    for (const name of fs.readdirSync(own)) if (DRAFT.test(name)) await removeQuietly(path.join(own, name));
}

/** The file name of a student's report; a name that is too long is cut and told apart by its hash. */
export function reportName(student: string, extension = '.json'): string {
  if (Buffer.byteLength(student) <= MAX_NAME_BYTES) return student + extension;
  const hash = createHash('sha256').update(student).digest('hex').slice(0, 12);
  return `${Array.from(student).slice(0, 40).join('')}-${hash}${extension}`;
}
