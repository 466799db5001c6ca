import path from 'node:path';
import { SourceFolder } from '../../submission/sourceFolder';
import { sanitizeLine } from '../../text/sanitize';
import { identicalGroups, withModelAnswers } from '../intake/sameCode';
import type { Result } from '../store/journalLine';
import { FEEDBACK, type OutputFolder, reportName } from '../store/outputFolder';
import { type Gradebook, markedResult, type Row, titleOf } from './gradebook';
import { decisions } from './leftToDecide';
import type { PageName, PageOptions, PageStudent } from './page/pageOptions';
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
  const names = namesOf(rows);
  const nameOf = (student: string | null) => names.get(student ?? '') ?? '';
  const students = known.map(({ row, result }) => studentOf(nameOf(result.student), row, result, pages));
  const pageOf = new Map(students.map(({ result, page }) => [result.student, page]));
  const named = (student: string): PageName => ({ name: nameOf(student), page: pageOf.get(student) ?? null });
  const found = [...notes.values()];
  const sources = new Map<string, SourceFolder | null>();
  return {
    title: titleOf(gradebook),
    students: students.sort((a, b) => (a.name < b.name ? -1 : 1)),
    offRoster: marked.length - known.length,
    left: decisions(gradebook, nameOf, (file) => path.relative(output.folder, file)),
    sameCode: {
      groups: identicalGroups(found).map((group) => group.map(named)),
      model: withModelAnswers(found).map(named),
    },
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

function studentOf(name: string, { entry }: Row, result: Result, pages: boolean): PageStudent {
  const page = `${FEEDBACK}/${encodeURIComponent(reportName(result.student, '.html'))}`;
  return { name, result, page: pages ? page : null, isDraft: entry?.isDraft === true };
}

/** By folder, the student's name as it only shows; of several of one name with the folder, too. */
function namesOf(rows: readonly Row[]): ReadonlyMap<string, string> {
  const times = new Map<string, number>();
  for (const { entry } of rows) if (entry !== null) times.set(entry.name, (times.get(entry.name) ?? 0) + 1);
  return new Map(
    rows.flatMap(({ student, entry }) => {
      if (student === null) return [];
      const name = entry?.name || student;
      return [[student, sanitizeLine((times.get(name) ?? 0) > 1 ? `${name} (${student})` : name)]];
    }),
  );
}

function openSources(folder: string | undefined): SourceFolder | null {
  try {
    return folder === undefined ? null : new SourceFolder(folder);
  } catch {
    return null;
  }
}
