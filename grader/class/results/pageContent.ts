import { SourceFolder } from '../../submission/sourceFolder';
import { sanitizeLine } from '../../text/sanitize';
import type { Result } from '../store/journalLine';
import { type OutputFolder, reportName } from '../store/outputFolder';
import { FEEDBACK } from './feedback';
import { type Gradebook, markedResult, type Row, titleOf } from './gradebook';
import type { PageOptions, PageStudent } from './page/pageOptions';
import { unknownGroups } from './unknownGroups';

/**
 * What the page of a class shows: those who have a mark, and are on the roster if there is one.
 *
 * @param pages whether students have pages of their own
 */
export function pageContent(gradebook: Gradebook, output: OutputFolder, pages: boolean): PageOptions {
  const { rows, roster, exercises, notes } = gradebook;
  const marked = rows.flatMap((row) => {
    const result = markedResult(row, gradebook);
    return result === null ? [] : [{ row, result }];
  });
  const known = marked.filter(({ row }) => roster === null || row.entry !== null);
  const students = known.map(({ row, result }) => studentOf(row, result, pages));
  const sources = new Map<string, SourceFolder | null>();
  return {
    title: titleOf(gradebook),
    students: students.sort((a, b) => (a.name < b.name ? -1 : 1)),
    offRoster: marked.length - known.length,
    nearNames: rows.flatMap((row) => {
      const note = notes.get(row.student ?? '');
      const name = nameOf(row);
      return (note?.nearNames ?? []).map(({ file, exercise }) => ({ name, file: sanitizeLine(file), exercise }));
    }),
    exercises,
    reportOf: (student) => output.readReport(student),
    unknown: unknownGroups(output.results, (student) => output.readReport(student)),
    codeOf(student, exercise) {
      if (!sources.has(student)) sources.set(student, openSources(notes.get(student)?.folder));
      const text = sources.get(student)?.text(`${exercise}.ts`);
      return typeof text === 'string' ? text : null;
    },
  };
}

function studentOf(row: Row, result: Result, pages: boolean): PageStudent {
  const page = `${FEEDBACK}/${encodeURIComponent(reportName(result.student, '.html'))}`;
  return { name: nameOf(row), result, page: pages ? page : null };
}

/** As it only shows. */
function nameOf({ entry, student }: Row): string {
  return sanitizeLine(entry?.name || (student ?? ''));
}

function openSources(folder: string | undefined): SourceFolder | null {
  try {
    return folder === undefined ? null : new SourceFolder(folder);
  } catch {
    return null;
  }
}
