import fs from 'node:fs';
import { UserError } from '../errors';
import type { Report } from '../grading/report';
import { pretty } from '../reporters/text/pretty';
import { newStyle } from '../reporters/text/style';
import { Machine } from '../sandbox/host/machine';
import { fromCaller, shownPath } from '../workbook/callerPaths';
import { openWorkbook } from '../workbook/open';
import type { Workbook } from '../workbook/workbook';
import type { ExplainOptions } from './classOptions';
import { findStudent, type GradebookLine } from './findStudent';
import { openResults } from './openResults';
import type { ClassReporter } from './reporter';
import { pointDifferences } from './results/changedMarks';
import { signedPoints } from './results/previewLines';
import { gradeFolder } from './run/gradeStudent';
import { Plans } from './run/plans';
import { foundText, type IntakeNote, readIntakeNotes } from './store/intakeNotes';
import type { Result } from './store/journalLine';
import { kitReceipt } from './store/receipt';
import { hashSubmission } from './store/submissionHash';

/** A mark, with what is known of how it came about. */
interface Mark {
  readonly result: Result;
  readonly report: Report;
  readonly note: IntakeNote | null;
  /** What the gradebook says; null when there is none. */
  readonly line: GradebookLine | null;
}

/**
 * Tells how a student's mark came about: the report and receipt that count, and whether it comes out the same now.
 *
 * @returns whether it does
 * @throws UserError when there is no such mark
 */
export async function explainMark(
  student: string,
  options: ExplainOptions,
  { say }: Pick<ClassReporter, 'say'>,
  signal: AbortSignal,
): Promise<boolean> {
  if (student === '')
    throw new UserError(
      'Name the student, by folder, name or e-mail address: npm run class -- explain s1042 --out DIR.',
    );
  const workbook = await openWorkbook(options.workbook);
  const mark = await readMark(student, fromCaller(options.out));
  for (const line of pretty(mark.report, newStyle(80, false, false, true)).split('\n')) say(line);
  for (const line of receiptLines(mark)) say(line);
  return gradedAgain(mark, workbook, say, signal);
}

async function readMark(called: string, folder: string): Promise<Mark> {
  const output = await openResults(folder);
  const { shown } = output;
  try {
    const { student, line } = findStudent(called, output);
    const result = output.results.get(student) as Result;
    const report = output.readReport(student);
    if (report === null)
      throw new UserError(
        `The report of ${student} is not in ${shown}/reports: grade the class again to have it made.`,
      );
    return { result, report, note: readIntakeNotes(output).find((note) => note.student === student) ?? null, line };
  } finally {
    await output.close();
  }
}

function receiptLines({ result, note, line }: Mark): readonly string[] {
  const { score, maxScore, at, receipt } = result;
  const { seed, timeLimit, kit, submission, fixtures } = receipt;
  const counts = line === null || line.status === 'graded' || line.status === 'not on the roster';
  const what = counts
    ? 'The mark that counts'
    : `No mark counts (gradebook.csv says: ${line.status}). What grading gave`;
  const late = line?.late === 'late' || (line === null && note?.late === true) ? '; late' : '';
  return [
    `${what}: ${score} of ${maxScore} points, on ${at.slice(0, 16).replace('T', ' ')} UTC by version ${kit}.`,
    `Seed ${seed}, time limit ${timeLimit} ms, submission ${submission.slice(0, 12)}, fixtures and judging ${fixtures.slice(0, 12)}.`,
    ...(note === null
      ? []
      : [`Found: ${foundText(note) || 'nothing'}${late}. It was graded in ${shownPath(note.folder)}.`]),
  ];
}

async function gradedAgain(
  { result, report, note }: Mark,
  workbook: Workbook,
  say: (sentence: string) => void,
  signal: AbortSignal,
): Promise<boolean> {
  const { receipt } = result;
  if (note === null || !fs.existsSync(note.folder)) {
    say(
      `Whether it still comes out so cannot be tried: the submission is no longer ${note === null ? 'known' : `in ${shownPath(note.folder)}`}.`,
    );
    return false;
  }
  const names = new Set(result.exercises.map(({ name }) => name));
  const exercises = workbook.exercises.filter(({ name }) => names.has(name));
  const all = workbook.exercises.map(({ name }) => name);
  if (hashSubmission(note.folder, all) !== receipt.submission)
    say('The submission has changed since: the class command grades it again.');
  if (kitReceipt(workbook, exercises).fixtures !== receipt.fixtures)
    say('Fixtures or judging have changed since: --regrade shows what that changes for the class.');
  const again = await gradeFolder({
    workbook,
    exercises,
    submission: note,
    seed: receipt.seed,
    timeLimit: receipt.timeLimit,
    brief: true,
    plans: new Plans(receipt.seed),
    machine: new Machine(),
    signal,
  });
  const differences = [...pointDifferences(report, again)].filter(([, points]) => points !== 0);
  const now = `${again.score} of ${again.maxScore} points`;
  if (differences.length === 0) say(`Graded again just now, with that seed: ${now}, the same check by check.`);
  else {
    const changes = differences.map(([check, points]) => `${check} (${signedPoints(points)})`);
    say(`Graded again just now, with that seed: ${now}. What is different: ${changes.join(', ')}.`);
  }
  return differences.length === 0;
}
