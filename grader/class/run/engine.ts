import { UserError } from '../../errors';
import type { StudentFolder } from '../intake/submissions';
import { counted } from '../listing';
import { type ClassReporter, Stopped } from '../reporter';
import { ControlRun } from './controlRun';
import type { GradedSubmission, Grader, ResultStore } from './ports';
import { Slots } from './slots';

/** On which terms submissions are graded. */
export interface EngineOptions {
  /** Guests at a time. */
  readonly jobs: number;
  /** Results between two control runs. */
  readonly controlEvery: number;
  /** Limit of one call, in ms. */
  readonly timeLimit: number;
  readonly signal: AbortSignal;
}

/** After this many failed control runs in a row the machine is not fit for grading. */
const MAX_FAILED_CONTROLS = 3;

/** After this many results in a row that cannot be stored, the run ends. */
const MAX_UNKEPT = 5;

/**
 * Grades submissions, with `jobs` guests at a time, until each has a final result. What load may have caused is graded
 * again alone; when a control run fails, everything since the last good one is suspect, and graded again.
 */
export class Engine {
  private queue: StudentFolder[] = [];
  /** Those whose result is provisional, to be graded alone. */
  private readonly provisional = new Map<string, StudentFolder>();
  /** Graded since the last good control run. */
  private unconfirmed: StudentFolder[] = [];
  private readonly finished = new Set<string>();
  private total = 0;
  private sinceControl = 0;
  private failedControls = 0;
  private unkept = 0;
  private readonly slots: Slots;
  private readonly control: ControlRun;

  constructor(
    private readonly grader: Grader,
    private readonly store: ResultStore,
    private readonly reporter: Pick<ClassReporter, 'remark' | 'progress'>,
    private readonly options: EngineOptions,
  ) {
    this.slots = new Slots(Math.max(1, options.jobs));
    this.control = new ControlRun(grader, options.timeLimit);
  }

  /**
   * @param fresh submissions to grade
   * @param provisional submissions that only need to be graded alone
   * @throws Stopped when the signal comes, UserError when grading cannot go on
   */
  async run(fresh: readonly StudentFolder[], provisional: readonly StudentFolder[] = []): Promise<void> {
    // Taken from the end.
    this.queue = [...fresh].reverse();
    for (const submission of provisional) this.provisional.set(submission.student, submission);
    this.total = fresh.length + provisional.length;
    if (this.total === 0) return;
    await this.control.calibrate();
    while (this.queue.length > 0) {
      await this.emptyQueue();
      if (this.unconfirmed.length > 0) await this.confirm();
    }
    for (const submission of this.provisional.values()) await this.gradeAlone(submission);
  }

  /**
   * Empties the queue with several workers; the first that fails stops the others. There is one more of them than slots:
   * while one reads a submission, or writes a report, no processor waits for it.
   */
  private async emptyQueue(): Promise<void> {
    let failure: unknown = null;
    const worker = async (number: number) => {
      try {
        while (failure === null && number <= this.slots.limit) {
          const submission = this.queue.pop();
          if (submission === undefined) return;
          await this.gradeOne(submission);
          if (this.sinceControl >= this.options.controlEvery) await this.confirm();
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
    const graded = await this.grader.grade(submission, false, this.slots);
    const kept = await this.keep(graded);
    this.sinceControl += 1;
    this.unconfirmed.push(submission);
    if (graded.result.final || !kept) this.finish(submission);
    else this.provisional.set(submission.student, submission);
  }

  private async gradeAlone(submission: StudentFolder): Promise<void> {
    this.stopIfAsked();
    await this.keep(await this.grader.grade(submission, true, this.slots));
    this.finish(submission);
  }

  /** Stores a result. One that cannot be stored stops nobody else's grading, but several in a row are not an accident. */
  private async keep(graded: GradedSubmission): Promise<boolean> {
    const problem = await this.store.keep(graded);
    if (problem === null) {
      this.unkept = 0;
      return true;
    }
    this.unkept += 1;
    if (this.unkept >= MAX_UNKEPT) throw new UserError(problem);
    this.reporter.remark(problem);
    return false;
  }

  private finish({ student }: StudentFolder): void {
    this.finished.add(student);
    this.reporter.progress(this.finished.size, this.total);
  }

  private stopIfAsked(): void {
    if (this.options.signal.aborted) throw new Stopped();
  }

  /** A control run: it confirms what was graded before it began, or all since the last good one is suspect. */
  private async confirm(): Promise<void> {
    this.stopIfAsked();
    this.sinceControl = 0;
    const before = new Set(this.unconfirmed);
    const suspicion = await this.control.suspicion();
    if (suspicion !== null) return this.gradeAgain(suspicion);
    this.unconfirmed = this.unconfirmed.filter((submission) => !before.has(submission));
    this.failedControls = 0;
  }

  private async gradeAgain(suspicion: string): Promise<void> {
    const suspects = this.unconfirmed;
    this.unconfirmed = [];
    this.failedControls += 1;
    this.slots.limit = Math.max(1, Math.floor(this.slots.limit / 2));
    await this.store.drop(
      suspects.map(({ student }) => student),
      suspicion,
    );
    for (const { student } of suspects) {
      this.provisional.delete(student);
      this.finished.delete(student);
    }
    this.queue.push(...suspects.reverse());
    if (this.failedControls >= MAX_FAILED_CONTROLS)
      throw new UserError(
        `The machine is too busy to grade fairly: ${suspicion}, ${MAX_FAILED_CONTROLS} times in a row. What was confirmed is kept; run the same command again later, or with fewer --jobs.`,
      );
    this.reporter.remark(
      `${suspicion[0].toUpperCase()}${suspicion.slice(1)}, so what came last (${counted(suspects.length, 'submission')}) is graded again, ${this.slots.limit} at a time.`,
    );
  }
}
