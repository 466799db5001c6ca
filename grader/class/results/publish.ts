import fs from 'node:fs';
import path from 'node:path';
import { mode } from 'simple-statistics';
import { reporters } from '../../reporters/registry';
import { formatList } from '../../text/lists';
import type { Workbook } from '../../workbook/workbook';
import type { ClassOptions } from '../classOptions';
import { matchRoster } from '../intake/matching';
import type { Roster } from '../intake/roster';
import { listed } from '../listing';
import type { ClassReporter } from '../reporter';
import type { IntakeNote } from '../store/intakeNotes';
import type { Result } from '../store/journalLine';
import { FEEDBACK_FOLDERS, type OutputFolder, reportName } from '../store/outputFolder';
import { canvasCsv } from './canvas';
import { writeFeedback } from './feedback';
import { type Gradebook, rowsOf } from './gradebook';
import { gradebookCsv } from './gradebookCsv';
import { leftToDecide } from './leftToDecide';
import { moodleCsv } from './moodle';
import { classPage } from './page/classPage';
import { pageContent } from './pageContent';
import { StudentFiles } from './studentFiles';
import { summaryLines } from './summary';

/** What is published, and where. */
export interface Publication {
  readonly options: Pick<ClassOptions, 'assignment' | 'reporter' | 'feedback' | 'due'>;
  readonly workbook: Workbook;
  readonly roster: Roster | null;
  /** Students with a folder, whether graded or not. */
  readonly students: readonly { readonly student: string }[];
  /** What was found of them. */
  readonly notes: readonly IntakeNote[];
  readonly output: OutputFolder;
}

/**
 * Writes the files that are made from the results, and tells what came of the class.
 *
 * @param where what a student who is missing is not in
 * @returns whether all of them could be written
 */
export async function publish(
  publication: Publication,
  { say }: Pick<ClassReporter, 'say'>,
  where?: string,
): Promise<boolean> {
  const files = new StudentFiles(publication.output, say);
  const gradebook = await writeOutputs(publication, files, say);
  await writeReporter(publication, files);
  for (const line of summaryLines(gradebook, publication.options.due !== undefined, where)) say(line);
  const { shown, folder } = publication.output;
  const folders = ['reports', ...FEEDBACK_FOLDERS].filter((name) => fs.existsSync(path.join(folder, name)));
  const written = ['gradebook.csv', 'canvas.csv', 'moodle.csv', 'report.html', ...folders.map((name) => `${name}/`)];
  say(`Written to ${shown}: ${formatList(written)}.`);
  for (const line of leftToDecide(gradebook)) say(line);
  return files.complete;
}

async function writeOutputs(
  { options, workbook, roster, students, notes, output }: Publication,
  files: StudentFiles,
  say: ClassReporter['say'],
): Promise<Gradebook> {
  const { results } = output;
  const names = students.map(({ student }) => student).sort();
  const there = new Set(names);
  const gone = [...results.keys()].filter((student) => !there.has(student)).sort();
  const { matches, namedBy } = matchRoster(names, roster);
  const found = new Map(notes.map((note) => [note.student, note]));
  const rows = rowsOf(matches, results, found);
  const current = names.flatMap((student) => results.get(student) ?? []);
  const { exercises, maxScore } = termsOf(workbook, current);
  const gradebook = {
    exercises,
    rows,
    roster,
    namedBy,
    assignment: options.assignment,
    maxScore,
    gone,
    notes: found,
  };
  await output.write('gradebook.csv', gradebookCsv(gradebook));
  await output.write('canvas.csv', canvasCsv(gradebook));
  const { feedback = true } = options;
  const comments = feedback ? await writeFeedback(gradebook, output, files) : new Map<string, string>();
  for (const line of withoutCanvas([...comments.keys()], found)) say(line);
  // Pages of earlier marks would contradict these.
  if (!feedback) for (const folder of FEEDBACK_FOLDERS) files.remove(folder);
  await output.write('moodle.csv', moodleCsv(gradebook, comments));
  await output.write('report.html', classPage(pageContent(gradebook, output, feedback)));
  return gradebook;
}

/** Who of a download from Canvas cannot be sent a comment, as there is no file that it would be attached to. */
function withoutCanvas(commented: readonly string[], found: Gradebook['notes']): readonly string[] {
  const without = commented.filter((student) => found.get(student)?.canvas == null);
  return without.length === commented.length
    ? []
    : listed(
        'No file in canvas-feedback/, as Canvas takes comments only for files (tell these yourself; their comments are in moodle.csv)',
        without,
        ' (see gradebook.csv)',
      );
}

/**
 * What marks are about: the exercises, in the order of the syllabus, and their points. A mark out of other points, as
 * from another chapter, cannot be imported beside the rest: where results differ, the majority decides.
 */
function termsOf({ exercises }: Workbook, results: readonly Result[]): Pick<Gradebook, 'exercises' | 'maxScore'> {
  if (results.length === 0) return { exercises, maxScore: exercises.reduce((sum, { points }) => sum + points, 0) };
  const maxScore = mode(results.map((result) => result.maxScore));
  const agreeing = results.filter((result) => result.maxScore === maxScore);
  const names = new Set(agreeing.flatMap((result) => result.exercises.map(({ name }) => name)));
  return { exercises: exercises.filter(({ name }) => names.has(name)), maxScore };
}

/**
 * What `grade --reporter` would have written for each student, in a folder called as the reporter: other programs give marks
 * by it, so there is none where the mark is withheld.
 */
async function writeReporter({ output, options, students, notes }: Publication, files: StudentFiles): Promise<void> {
  const name = options.reporter;
  if (name === undefined) return;
  const { write, ending } = reporters[name];
  const withheld = new Set(notes.filter((note) => note.withheld !== null).map(({ student }) => student));
  for (const { student } of students) {
    const file = reportName(student, ending);
    const report = withheld.has(student) ? null : output.readReport(student);
    if (report !== null) await files.write(name, file, await write(report, false));
    else files.remove(path.join(name, file));
  }
}
