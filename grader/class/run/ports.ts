import type { Report } from '../../grading/report';
import type { StudentFolder } from '../intake/submissions';
import type { Result } from '../store/journalLine';
import type { Slots } from './slots';

/** A graded submission, not yet on disk. */
export interface GradedSubmission {
  readonly report: Report;
  readonly result: Result;
}

/** What the engine grades with. */
export interface Grader {
  /**
   * Grades a submission. It holds a slot as long as it has a guest.
   *
   * @param alone whether nothing else runs meanwhile
   * @throws Stopped and nothing else: whatever becomes of a submission, there is a result
   */
  grade(submission: StudentFolder, alone: boolean, slots: Slots): Promise<GradedSubmission>;
  /** Grades the model answers, which must get full marks on a machine that is fit for grading. */
  gradeModelAnswers(): Promise<Report>;
}

/** Where the engine stores results. */
export interface ResultStore {
  /**
   * Makes a result count.
   *
   * @returns why this one cannot be stored, in a sentence; null when it counts
   * @throws UserError when none can be stored any more
   */
  keep(graded: GradedSubmission): Promise<string | null>;
  /** Makes the results of these students count no longer. */
  drop(students: readonly string[], reason: string): Promise<void>;
}
