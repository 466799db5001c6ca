import path from 'node:path';
import type { Report } from '../../grading/report';
import { Machine } from '../../sandbox/host/machine';
import { SUBMISSION_LIMIT_MS } from '../../sandbox/protocol/limits';
import { sanitizeLine } from '../../text/sanitize';
import type { ClassRun } from '../classRun';
import type { StudentFolder } from '../intake/submissions';
import { Stopped } from '../reporter';
import type { Receipt } from '../store/receipt';
import { failedReport } from './failedReport';
import { gradeFolder, type StudentGrading } from './gradeStudent';
import { Illustrator } from './illustrator';
import { Plans } from './plans';
import type { GradedSubmission, Grader } from './ports';
import { resultOf } from './result';
import type { Slots } from './slots';
import { Stopwatch } from './stopwatch';

/**
 * What of a submission's time it may have while others are graded, too, in ms: ten times what an honest one takes. The
 * rest is for when it is graded alone.
 */
const TOGETHER_MS = SUBMISSION_LIMIT_MS / 3;

/** Grades the submissions of a class, each in a guest of its own. */
export class SubmissionGrader implements Grader {
  private readonly plans: Plans;
  /** By student whose result may be provisional, how long the submission had guests, in ms. */
  private readonly used = new Map<string, number>();
  private readonly machine = new Machine();

  constructor(
    private readonly run: ClassRun,
    private readonly signal: AbortSignal,
  ) {
    this.plans = new Plans(run.options.seed);
  }

  /** Makes ready for many submissions. */
  async prepareForMany(): Promise<void> {
    this.machine.shareInputs(this.plans.inputs(this.run.exercises));
    await this.machine.transpiler.prepareForMany();
  }

  gradeModelAnswers(): Promise<Report> {
    const submission = { folder: path.join(this.run.workbook.root, 'solutions'), shownFolder: 'solutions' };
    return this.gradeFolder(submission, this.run.options.seed);
  }

  async grade(submission: StudentFolder, alone: boolean, slots: Slots): Promise<GradedSubmission> {
    const { student, shownFolder } = submission;
    const { workbook, exercises, work } = this.run;
    const receipt = work.receipts.get(student) as Receipt;
    const { seed } = receipt;
    const start = performance.now();
    const more = (failure: string | null) => ({
      alone,
      failure,
      seconds: (performance.now() - start) / 1000,
      at: new Date(),
    });
    try {
      const time = new Stopwatch(alone ? SUBMISSION_LIMIT_MS - (this.used.get(student) ?? 0) : TOGETHER_MS);
      const illustrator = this.wantsPictures() ? new Illustrator() : null;
      const graded = noted(
        await this.gradeFolder(submission, seed, { slots, time, observe: illustrator?.observe }),
        submission,
      );
      const report = (await illustrator?.illustrate(graded)) ?? graded;
      this.used.set(student, TOGETHER_MS - time.left());
      return { report, result: resultOf(student, receipt, report, more(null)) };
    } catch (error) {
      if (error instanceof Stopped || this.signal.aborted) throw new Stopped();
      const message = `This submission could not be graded (${(error as Error).message}).`;
      const report = failedReport(workbook, exercises, shownFolder, seed, message, this.machine.isolation);
      return { report, result: resultOf(student, receipt, report, more(message)) };
    }
  }

  private wantsPictures(): boolean {
    const { feedback = true, brief = false } = this.run.options;
    return feedback && !brief;
  }

  private gradeFolder(
    submission: Pick<StudentFolder, 'folder' | 'shownFolder'>,
    seed: string,
    more: Pick<StudentGrading, 'slots' | 'time' | 'observe'> = {},
  ): Promise<Report> {
    const { workbook, exercises, options } = this.run;
    return gradeFolder({
      workbook,
      exercises,
      submission,
      seed,
      timeLimit: options.timeLimit,
      brief: options.brief,
      plans: this.plans,
      signal: this.signal,
      machine: this.machine,
      ...more,
    });
  }
}

/** The report, with what files were called that are graded under an exercise's name. */
function noted(report: Report, { handedInAs = {} }: StudentFolder): Report {
  const exercises = report.exercises.map((exercise) => {
    const file = handedInAs[exercise.name];
    return file === undefined ? exercise : { ...exercise, handedInAs: sanitizeLine(file) };
  });
  return { ...report, exercises };
}
