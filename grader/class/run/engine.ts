import { UserError } from '../../errors';
import type { Report } from '../../grading/report';
import type { StudentFolder } from '../intake/submissions';

import type { Result } from '../store/journal';
import type { Canary } from './controlRun';
import { Stopped } from './gradeStudent';
import { Slots } from './slots';

/** A graded submission, not yet on disk. */
export interface Graded {
  readonly report: Report;
  readonly result: Result;
}

/** What the engine is told to do; where results go is not its business. */
export interface EngineOptions {
  /** Guests at a time. */
  readonly jobs: number;
  /** The canary sings after so many results. */
  readonly canaryEvery: number;
  readonly canary: Pick<Canary, 'first' | 'doubt'>;
  readonly signal: AbortSignal;
  /**
   * Grades a submission, with a slot as long as it has a guest; `alone` when nothing else runs. Never rejects but with
   * `Stopped`.
   */
  readonly grade: (submission: StudentFolder, alone: boolean, slots: Slots) => Promise<Graded>;
  /** Makes a result count. */
  readonly keep: (graded: Graded) => Promise<void>;
  /** Makes results count no longer. */
  readonly drop: (students: readonly string[], reason: string) => Promise<void>;
  /** Something worth telling: how far it is, or a sentence. */
  readonly onProgress: (finished: number, total: number) => void;
  readonly onRemark: (sentence: string) => void;
}

/** So many doubtful canaries in a row, and the machine is not fit for grading. */
const MAX_DOUBTS = 3;

/**
 * Grades submissions, with `jobs` guests at a time, until each has a settled result. What may be load's fault is graded
 * again alone; results since the last good canary are graded again when the next one is doubtful.
 */
export class Engine {
  private queue: StudentFolder[];
  /** Unsettled ones, to be graded alone. */
  private readonly lost = new Map<string, StudentFolder>();
  /** Graded since the last good canary. */
  private unconfirmed: StudentFolder[] = [];
  private readonly finished = new Set<string>();
  private readonly total: number;
  private sinceCanary = 0;
  private doubts = 0;
  private readonly slots: Slots;

  /**
   * @param fresh submissions to grade
   * @param unsettled submissions that only need to be graded alone
   */
  constructor(
    private readonly options: EngineOptions,
    fresh: readonly StudentFolder[],
    unsettled: readonly StudentFolder[] = [],
  ) {
    // Taken from the end.
    this.queue = [...fresh].reverse();
    for (const submission of unsettled) this.lost.set(submission.student, submission);
    this.total = fresh.length + unsettled.length;
    this.slots = new Slots(Math.max(1, options.jobs));
  }

  /** @throws Stopped when the signal comes, UserError when grading cannot go on */
  async run(): Promise<void> {
    if (this.total === 0) return;
    await this.options.canary.first();
    while (this.queue.length > 0) {
      await this.together();
      if (this.unconfirmed.length > 0) await this.listen();
    }
    for (const submission of this.lost.values()) await this.gradeAlone(submission);
  }

  /**
   * Empties the queue with several workers; the first that fails stops the others. There is one more of them than slots:
   * while one reads a submission, or writes a report, no processor waits for it.
   */
  private async together(): Promise<void> {
    let failure: unknown = null;
    const worker = async (number: number) => {
      try {
        while (failure === null && number <= this.slots.limit) {
          const submission = this.queue.pop();
          if (submission === undefined) return;
          await this.gradeOne(submission);
          if (this.sinceCanary >= this.options.canaryEvery) await this.listen();
        }
      } catch (error) {
        failure ??= error;
      }
    };
    await Promise.all(Array.from({ length: this.slots.limit + 1 }, (_, number) => worker(number)));
    if (failure !== null) throw failure;
  }

  private async gradeOne(submission: StudentFolder): Promise<void> {
    this.stopIfAsked();
    const graded = await this.options.grade(submission, false, this.slots);
    await this.options.keep(graded);
    this.sinceCanary += 1;
    this.unconfirmed.push(submission);
    if (graded.result.settled) this.finish(submission);
    else this.lost.set(submission.student, submission);
  }

  private async gradeAlone(submission: StudentFolder): Promise<void> {
    this.stopIfAsked();
    await this.options.keep(await this.options.grade(submission, true, this.slots));
    this.finish(submission);
  }

  private finish({ student }: StudentFolder): void {
    this.finished.add(student);
    this.options.onProgress(this.finished.size, this.total);
  }

  private stopIfAsked(): void {
    if (this.options.signal.aborted) throw new Stopped();
  }

  /** Lets the canary sing: what was graded before it started is confirmed, or all since the last good one doubted. */
  private async listen(): Promise<void> {
    this.stopIfAsked();
    this.sinceCanary = 0;
    const before = new Set(this.unconfirmed);
    const doubt = await this.options.canary.doubt();
    if (doubt === null) {
      this.unconfirmed = this.unconfirmed.filter((submission) => !before.has(submission));
      this.doubts = 0;
      return;
    }
    await this.gradeAgain(doubt);
  }

  private async gradeAgain(doubt: string): Promise<void> {
    const doubtful = this.unconfirmed;
    this.unconfirmed = [];
    this.doubts += 1;
    this.slots.limit = Math.max(1, Math.floor(this.slots.limit / 2));
    await this.options.drop(
      doubtful.map(({ student }) => student),
      doubt,
    );
    for (const submission of doubtful) {
      this.lost.delete(submission.student);
      this.finished.delete(submission.student);
    }
    this.queue.push(...doubtful.reverse());
    if (this.doubts >= MAX_DOUBTS)
      throw new UserError(
        `The machine is too busy to grade fairly: ${doubt}, ${MAX_DOUBTS} times in a row. What was confirmed is kept; run the same command again later, or with fewer --jobs.`,
      );
    this.options.onRemark(
      `${doubt[0].toUpperCase()}${doubt.slice(1)}: the last ${doubtful.length} are graded again, ${this.slots.limit} at a time.`,
    );
  }
}
