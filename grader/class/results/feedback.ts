import type { Report } from '../../grading/report';
import { type Illustration, reportPage } from '../../reporters/html/reportPage';
import { SourceFolder } from '../../submission/sourceFolder';
import { cutText } from '../../text/cutText';
import { sanitize, sanitizeLine } from '../../text/sanitize';
import type { IntakeNote } from '../store/intakeNotes';
import {
  CANVAS_FEEDBACK,
  FEEDBACK,
  FEEDBACK_FOLDERS,
  MOODLE_FEEDBACK,
  type OutputFolder,
  reportName,
} from '../store/outputFolder';
import { feedbackComment, nothingFoundComment, ownComment } from './comment';
import { type Gradebook, markedResult, type Row, statusOf, titleOf } from './gradebook';
import type { StudentFiles } from './studentFiles';
import { whatCounted } from './whatCounted';

/** Students whose files are written at a time: a disk makes each wait, and is as fast with several. */
const AT_A_TIME = 8;

/** A longer file is cut in the page. */
const MAX_SOURCE = 100_000;

/**
 * Writes what each student may see: a page of the mark, and a comment for the gradebook, for Canvas as a file. Who handed in
 * no exercise file, or has the mark withheld, may have a comment without a page.
 *
 * @returns the comments by student
 */
export async function writeFeedback(
  gradebook: Gradebook,
  output: OutputFolder,
  files: StudentFiles,
): Promise<ReadonlyMap<string, string>> {
  const comments = new Map<string, string>();
  const writeFor = async (row: Row) => {
    const { student } = row;
    if (student === null) return;
    const note = gradebook.notes.get(student);
    const result = markedResult(row, gradebook);
    const report = result === null ? null : output.readReport(student);
    const isMarked = result !== null && report !== null;
    const comment = isMarked ? feedbackComment(report, note) : unmarkedComment(row, gradebook);
    if (comment === '') return;
    comments.set(student, comment);
    // Who is not on the roster gets no mark in Canvas, and no comment on one.
    const isOurs = gradebook.roster === null || row.entry !== null;
    if (note?.canvas != null && isOurs)
      await files.write(CANVAS_FEEDBACK, `${note.canvas}_feedback.txt`, `${comment}\n`);
    if (!isMarked) return;
    const html = page(row, report, note, titleOf(gradebook), result.at);
    await files.write(FEEDBACK, reportName(student, '.html'), html);
    if (isNumberedByMoodle(row))
      await files.write(MOODLE_FEEDBACK, reportName(`${student}_assignsubmission_file_page`, '.html'), html);
  };
  for (let i = 0; i < gradebook.rows.length; i += AT_A_TIME) {
    const done = await Promise.allSettled(gradebook.rows.slice(i, i + AT_A_TIME).map(writeFor));
    for (const one of done) if (one.status === 'rejected') throw one.reason;
  }
  for (const folder of FEEDBACK_FOLDERS) files.removeOthers(folder);
  return comments;
}

/** What a student without a mark is told; empty when nothing is. */
function unmarkedComment(row: Row, gradebook: Gradebook): string {
  const { exercises, notes } = gradebook;
  const status = statusOf(row, gradebook);
  if (status === 'withheld') return ownComment(row.withheld ?? '');
  if (status !== 'no exercise file') return '';
  const names = exercises.map(({ name }) => name);
  return nothingFoundComment(notes.get(row.student ?? ''), names);
}

/** Whether Moodle's worksheet has the number that ends the folder's name: by that it knows whose a file is. */
function isNumberedByMoodle({ student, entry }: Row): boolean {
  const number = /_(\d+)$/.exec(student ?? '')?.[1];
  return number !== undefined && entry?.id === `Participant ${number}`;
}

function page(row: Row, report: Report, note: IntakeNote | undefined, title: string, at: string): string {
  const name = sanitizeLine(row.entry?.name || (row.student ?? ''));
  const counted = whatCounted(report, note);
  return reportPage(report, illustrationsOf(report, note), { name, title, date: new Date(at), counted });
}

/** The pictures that were drawn when it was graded, and the student's own code, as far as it is still where it was. */
function illustrationsOf({ exercises }: Report, note: IntakeNote | undefined): ReadonlyMap<string, Illustration> {
  const folder = note === undefined ? null : openSources(note.folder);
  return new Map(
    exercises.map(({ name, checks }) => {
      const text = folder?.text(`${name}.ts`);
      const source = typeof text === 'string' ? cutText(sanitize(text), MAX_SOURCE) : null;
      return [name, { pictures: checks.map(({ pictures = [] }) => pictures), source }];
    }),
  );
}

function openSources(folder: string): SourceFolder | null {
  try {
    return new SourceFolder(folder);
  } catch {
    return null;
  }
}
