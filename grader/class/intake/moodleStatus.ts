/**
 * The column "Status" of Moodle's grading worksheet: strings of `mod/assign/lang/en/assign.php` (`submissionstatus_…`,
 * `submittedlateshort`, `overdue`), which `mod/assign/gradingtable.php` joins by ` - `. In another language it tells nothing.
 */
const DRAFT = /^Draft \(not submitted\)(?= - |$)/;
const SUBMITTED = /^(?:Submitted for grading|Reopened)(?= -|$)/;
const LATE = / - \d[^-]* late(?= - |$)/;
const OVERDUE = / - Assignment is overdue by: /;

/** What the worksheet says of a submission. */
export interface MoodleStatus {
  /** Null when it does not tell. */
  readonly late: boolean | null;
  /** Whether it was saved and not submitted. */
  readonly isDraft: boolean;
}

/** @param all the statuses of the assignment: only where it has a due date is somebody in time */
export function moodleStatuses(all: readonly string[]): readonly MoodleStatus[] {
  const hasDueDate = all.some((status) => LATE.test(status) || OVERDUE.test(status));
  return all.map((status) => {
    const isDraft = DRAFT.test(status);
    const isSubmitted = SUBMITTED.test(status);
    const isLate = (isDraft || isSubmitted) && LATE.test(status);
    return { late: isLate ? true : isSubmitted && hasDueDate ? false : null, isDraft };
  });
}
