import type { Workbook } from '../workbook';
import { canvasCsv, type Gradebook, gradebookCsv, moodleCsv, rowsOf } from './gradebook';
import { matchRoster } from './matching';
import type { OutputFolder } from './outputFolder';
import { reportPage } from './page/page';
import type { Roster } from './roster';

/** What the files made from the results depend on beside them. */
export interface ProductOptions {
  readonly workbook: Workbook;
  /** Students with a folder, whether graded or not. */
  readonly students: readonly string[];
  readonly roster: Roster | null;
  readonly assignment: string;
}

/** Writes the files that are made from the results, and gives the gradebook that they show. */
export async function writeProducts(output: OutputFolder, options: ProductOptions): Promise<Gradebook> {
  const { results } = output.journal.state;
  // Results of folders that are gone stay in the gradebook: a mark is never dropped in silence.
  const students = [...new Set([...options.students, ...results.keys()])].sort();
  const { workbook, roster, assignment } = options;
  const rows = rowsOf(matchRoster(students, roster), results);
  const gradebook = { exercises: workbook.exercises, rows, roster, assignment };
  await output.write('gradebook.csv', gradebookCsv(gradebook));
  await output.write('canvas.csv', canvasCsv(gradebook));
  await output.write('moodle.csv', moodleCsv(gradebook));
  const graded = rows.flatMap(({ result }) => (result === null ? [] : [result]));
  const byName = graded.sort((a, b) => (a.student < b.student ? -1 : 1));
  const { exercises } = workbook;
  const page = reportPage({ results: byName, exercises, reportOf: (student) => output.readReport(student) });
  await output.write('report.html', page);
  return gradebook;
}
