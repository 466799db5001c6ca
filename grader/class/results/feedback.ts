import type { Report } from '../../grading/report';
import { type Illustration, reportPage } from '../../reporters/html/reportPage';
import { SourceFolder } from '../../submission/sourceFolder';
import { cutText } from '../../text/cutText';
import { sanitize, sanitizeLine } from '../../text/sanitize';
import type { IntakeNote } from '../store/intakeNotes';
import { type OutputFolder, reportName } from '../store/outputFolder';
import { feedbackComment } from './comment';
import { type Gradebook, markedResult, type Row, titleOf } from './gradebook';
import type { StudentFiles } from './studentFiles';

/** Where the pages go. */
export const FEEDBACK = 'feedback';
/** Where the files go that Canvas attaches as comments. */
export const CANVAS_FEEDBACK = 'canvas-feedback';

/** A longer file is cut in the page. */
const MAX_SOURCE = 100_000;

/**
 * Writes what each student with a mark may see: a page, and a comment for the gradebook, for Canvas as a file.
 *
 * @returns the comments by student
 */
export async function writeFeedback(
  gradebook: Gradebook,
  output: OutputFolder,
  files: StudentFiles,
): Promise<ReadonlyMap<string, string>> {
  const comments = new Map<string, string>();
  const written = { [FEEDBACK]: new Set<string>(), [CANVAS_FEEDBACK]: new Set<string>() };
  const write = async (folder: keyof typeof written, name: string, text: string) => {
    if (written[folder].size === 0) await output.makeFolder(folder);
    written[folder].add(name);
    await files.write(folder, name, text);
  };
  for (const row of gradebook.rows) {
    const result = markedResult(row, gradebook);
    const report = result === null ? null : output.readReport(result.student);
    if (result === null || report === null) continue;
    const note = gradebook.notes.get(result.student);
    const comment = feedbackComment(report);
    comments.set(result.student, comment);
    await write(FEEDBACK, reportName(result.student, '.html'), page(row, report, note, titleOf(gradebook), result.at));
    if (note?.canvas != null) await write(CANVAS_FEEDBACK, `${note.canvas}_feedback.txt`, `${comment}\n`);
  }
  for (const [folder, names] of Object.entries(written)) files.keepOnly(folder, names);
  return comments;
}

function page(row: Row, report: Report, note: IntakeNote | undefined, title: string, at: string): string {
  const name = sanitizeLine(row.entry?.name || (row.student ?? ''));
  return reportPage(report, illustrationsOf(report, note), { name, title, date: new Date(at) });
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
