import { Interrupted, type Sandbox } from '../sandbox/host/sandbox';
import { Submission } from '../submission/submission';
import { type GradeOptions, gradeWarm, reportOf } from './gradeSubmission';
import { handedTo } from './recorded/ownFunctions';
import type { ExerciseReport, Report } from './report';

/** A report, and the exercises that had to be graded for it. */
export interface Regraded {
  readonly report: Report;
  readonly regraded: readonly string[];
}

/**
 * Grades a submission again and again, each time only the exercises that a change can affect: those whose file, or
 * anything that it imports or is handed, reads differently than before.
 */
export class Regrader {
  private readonly known = new Map<string, { readonly fingerprint: string; readonly report: ExerciseReport }>();

  constructor(
    private readonly options: GradeOptions,
    private readonly sandbox: Sandbox,
  ) {}

  /**
   * The report on the submission as it is now.
   *
   * @param isStale asked after each exercise; once it says so, what was just graded is forgotten and null returned, as
   *   when the sandbox is interrupted
   * @param onStart called once when there is something to grade
   */
  async grade(isStale: () => boolean, onStart = () => {}): Promise<Regraded | null> {
    try {
      return await this.regrade(isStale, onStart);
    } catch (error) {
      if (error instanceof Interrupted) return null;
      throw error;
    }
  }

  private async regrade(isStale: () => boolean, onStart: () => void): Promise<Regraded | null> {
    const { exercises, folder, workbook } = this.options;
    const submission = new Submission(folder, this.sandbox.machine.transpiler);
    const regraded: string[] = [];
    const reports: ExerciseReport[] = [];
    for (const exercise of exercises) {
      const { name } = exercise;
      const handed = handedTo(workbook, name).map((one) => one.name);
      const fingerprint = [name, ...handed].map((one) => submission.fingerprint(one)).join();
      let report = this.known.get(name)?.fingerprint === fingerprint ? this.known.get(name)?.report : undefined;
      if (report === undefined) {
        if (regraded.length === 0) onStart();
        [report] = await gradeWarm({ ...this.options, exercises: [exercise] }, this.sandbox);
        if (isStale()) return null;
        this.known.set(name, { fingerprint, report });
        regraded.push(name);
      }
      reports.push(report);
    }
    return { report: reportOf(this.options, reports, await this.sandbox.isolation()), regraded };
  }
}
