import path from 'node:path';
import { mode } from 'simple-statistics';
import { reporters } from '../../reporters/registry';
import type { Workbook } from '../../workbook/workbook';
import { matchRoster } from '../intake/matching';
import type { Roster } from '../intake/roster';
import type { Result } from '../store/journal';
import { type OutputFolder, reportName } from '../store/outputFolder';
import { classPage } from './classPage';
import { canvasCsv, type Gradebook, gradebookCsv, markedResult, moodleCsv, rowsOf } from './gradebook';

/** What the files made from the results depend on beside them. */
export interface ProductOptions {
  readonly workbook: Workbook;
  /** Students with a folder, whether graded or not. */
  readonly students: readonly string[];
  readonly roster: Roster | null;
  readonly assignment: string;
  /** A reporter of `grade` whose output for each student is kept, too. */
  readonly reporter?: string;
}

/** Writes the files that are made from the results, and gives the gradebook that they show. */
export async function writeProducts(output: OutputFolder, options: ProductOptions): Promise<Gradebook> {
  const { results } = output.journal.state;
  const students = [...options.students].sort();
  const { workbook, roster, assignment, reporter } = options;
  const there = new Set(students);
  const gone = [...results.keys()].filter((student) => !there.has(student)).sort();
  const rows = rowsOf(matchRoster(students, roster), results);
  const current = students.flatMap((student) => results.get(student) ?? []);
  const { exercises, maxScore } = termsOf(workbook, current);
  const gradebook = { exercises, rows, roster, assignment, maxScore, gone };
  await output.write('gradebook.csv', gradebookCsv(gradebook));
  await output.write('canvas.csv', canvasCsv(gradebook));
  await output.write('moodle.csv', moodleCsv(gradebook));
  const marked = rows.flatMap((row) => markedResult(row, gradebook) ?? []);
  const byName = marked.sort((a, b) => (a.student < b.student ? -1 : 1));
  const page = classPage({ results: byName, exercises, reportOf: (student) => output.readReport(student) });
  await output.write('report.html', page);
  if (reporter !== undefined) await writeReporter(output, reporter, students);
  return gradebook;
}

/**
 * What marks are about: the exercises, in the order of the syllabus, and their points. A mark of other points, as from
 * another chapter, cannot stand beside the rest: where results differ, most of them decide.
 */
function termsOf({ exercises }: Workbook, results: readonly Result[]): Pick<Gradebook, 'exercises' | 'maxScore'> {
  if (results.length === 0) return { exercises, maxScore: exercises.reduce((sum, { points }) => sum + points, 0) };
  const maxScore = mode(results.map((result) => result.maxScore));
  const agreeing = results.filter((result) => result.maxScore === maxScore);
  const names = new Set(agreeing.flatMap((result) => result.exercises.map(({ name }) => name)));
  return { exercises: exercises.filter(({ name }) => names.has(name)), maxScore };
}

/** What `grade --reporter` would have written for each student, in a folder called as the reporter. */
async function writeReporter(output: OutputFolder, name: string, students: readonly string[]): Promise<void> {
  const { write, ending } = reporters[name];
  output.makeFolder(name);
  for (const student of students) {
    const report = output.readReport(student);
    if (report === null) continue;
    const file = path.join(name, reportName(student, ending));
    await output.write(file, await write(report, false));
  }
}
