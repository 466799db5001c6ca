import { UserError } from '../errors';
import type { ClassOptions } from './classOptions';
import { type ClassRun, openClass } from './classRun';
import type { StudentFolder } from './intake/submissions';
import { counted } from './listing';
import type { ClassReporter } from './reporter';
import { changesOf } from './results/changedMarks';
import { previewCsv, previewLines } from './results/previewLines';
import { publish } from './results/publish';
import { gradeAll } from './run/gradeAll';
import type { OutputFolder } from './store/outputFolder';
import { sameReceipt } from './store/receipt';
import { adoptStaged, clearStaging, openStaging } from './store/staging';
import { unkeptLines } from './unkept';

/**
 * Grades again, to one side, what has an outdated mark, and tells what would change.
 *
 * @param write whether the changes are to count
 * @returns whether every result and every file could be written
 * @throws Stopped when `signal` comes
 */
export async function regradeClass(
  typed: string,
  options: ClassOptions,
  write: boolean,
  reporter: ClassReporter,
  signal: AbortSignal,
): Promise<boolean> {
  const run = await openClass(typed, options, reporter, signal);
  const { output, work } = run;
  try {
    if (output.results.size === 0)
      throw new UserError(`Nothing has been graded into ${output.shown} yet: run the command without --regrade first.`);
    if (work.outdated.length === 0) reporter.say('Nothing to grade again: no mark is outdated.');
    const isKept = work.outdated.length === 0 || (await gradeOutdated(run, write, reporter, signal));
    const others = work.fresh.length + work.provisional.length;
    if (others > 0) reporter.say(othersSentence(others));
    const isWritten = !write || (await publish(run, reporter));
    return isKept && isWritten;
  } finally {
    await output.close();
  }
}

async function gradeOutdated(
  run: ClassRun,
  write: boolean,
  reporter: ClassReporter,
  signal: AbortSignal,
): Promise<boolean> {
  const { output } = run;
  const { outdated } = run.work;
  const staging = await openStaging(output);
  let unkept: readonly string[] = [];
  try {
    const fresh = outdated.filter((one) => !isStaged(staging, run, one));
    await gradeAll(run, { output: staging, fresh, provisional: [] }, reporter, signal);
    const changes = changesOf(output, staging, outdated);
    await output.write('regrade.csv', previewCsv(changes));
    // Before anything is printed: whoever reads may stop reading.
    if (write) await adoptStaged(output, staging, outdated);
    for (const line of previewLines(changes)) reporter.say(line);
    unkept = unkeptLines(outdated, staging);
    for (const line of unkept) reporter.say(line);
  } finally {
    await staging.close();
  }
  if (write) await clearStaging(output);
  else reporter.say('Nothing was written to the gradebook. To write it, give the same command with --yes.');
  return unkept.length === 0;
}

/** Whether an earlier preview graded this submission to the end already, as it would be graded now. */
function isStaged(staging: OutputFolder, { work }: ClassRun, { student }: StudentFolder): boolean {
  const staged = staging.results.get(student);
  const receipt = work.receipts.get(student);
  return (
    staged?.final === true && staged.failure === null && receipt !== undefined && sameReceipt(staged.receipt, receipt)
  );
}

function othersSentence(count: number): string {
  const are = count === 1 ? 'is' : 'are';
  return `${counted(count, 'submission')} ${are} new, changed, or not graded to the end: run the command without --regrade for these.`;
}
