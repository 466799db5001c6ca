import { mean, median } from 'simple-statistics';
import { counted, listed } from '../listing';
import type { ExerciseResult, Result } from '../store/journalLine';
import { type Gradebook, isLate, markedResult, type Row, statusOf } from './gradebook';
import { errorsOf, isNearlyRight, namesOf } from './rowWords';

const NO_TIMES =
  '--due: nothing tells when these were handed in. Folders have the times of their download; zips with a time for each file are needed.';

const NO_ROSTER =
  'No --roster: in canvas.csv and moodle.csv the folders’ names stand for user names; check that they are.';

/**
 * What came of a class, in lines for a person.
 *
 * @param due whether it was said when submissions are due
 * @param where what a student who is missing is not in
 */
export function summaryLines(gradebook: Gradebook, due: boolean, where = 'no folder'): readonly string[] {
  const { rows, roster, maxScore, gone } = gradebook;
  const results = rows.flatMap(({ result }) => (result === null ? [] : [result]));
  const list = (title: string, names: readonly string[]) => listed(title, names, ' (see gradebook.csv)');
  const having = (status: string) => rows.filter((row) => statusOf(row, gradebook) === status);
  const named = (status: string) => namesOf(having(status));
  const lines: string[] = [];
  const off = having('not on the roster');
  const marked = rows.filter((row) => !off.includes(row)).flatMap((row) => markedResult(row, gradebook) ?? []);
  const scores = marked.map(({ score }) => score);
  if (scores.length > 0) {
    const marks = `${scores.length} with a mark${off.length === 0 ? '' : ` (and ${off.length} not on the roster)`}: mean ${mean(scores).toFixed(1)}, median ${median(scores).toFixed(1)}`;
    lines.push(`${counted(results.length, 'submission')} in the gradebook, ${marks} of ${maxScore} points.`);
  }
  const showing = (about: (exercise: ExerciseResult) => boolean, which: 'some' | 'every' = 'some') =>
    results.filter(({ exercises }) => exercises[which](about)).map(({ student }) => student);
  const empty = named('no exercise file');
  const setAside = named('other folder counts');
  const broken = results.filter(
    ({ student, exercises }) => exercises.some(doesNotRun) && !empty.includes(student) && !setAside.includes(student),
  );
  const there = rows.filter(({ student }) => student !== null);
  const notesOf = ({ student }: Row) => gradebook.notes.get(student ?? '');
  lines.push(
    ...list(
      'Corrected (this counts, and not what was handed in)',
      there
        .filter((row) => notesOf(row)?.corrected === true)
        .map((row) => `${row.student} (${pointsWords(row, gradebook)}${notesOf(row)?.found})`),
    ),
    ...list(
      `Late${roster?.entries.some(({ late }) => late !== null) ? ', by the Status in the roster' : ''} (no points are taken off; see gradebook.csv)`,
      namesOf(there.filter((row) => isLate(row, gradebook) === true)),
    ),
    ...(due && there.every((row) => isLate(row, gradebook) === null) ? [NO_TIMES] : []),
    ...list('Withheld, as withhold.txt says (no mark, and no page)', named('withheld')),
    ...list(`Missing (on the roster, ${where})`, named('missing')),
    ...list('Not on the roster (graded, but not in canvas.csv and moodle.csv)', named('not on the roster')),
    ...list('Not taken, as another folder of the same student counts', named('other folder counts')),
    ...list('Could not be graded (no mark)', named('could not be graded')),
    ...list('Not graded yet', named('not graded')),
    ...list(
      'No exercise file found (no mark; the comment asks for them)',
      having('no exercise file').flatMap((row) => withFound(row, gradebook) ?? []),
    ),
    ...list(`Graded out of another total than ${maxScore} points (no mark; see --regrade)`, named('other points')),
    ...list(
      'Nothing written yet',
      showing(({ status }) => status === 'not-started', 'every'),
    ),
    ...list(
      'Files that are missing or do not run',
      broken.map((result) => `${result.student} (${errorsOf(result, doesNotRun)})`),
    ),
    ...list(
      'Ran over the time limit, even when graded alone',
      showing(({ error }) => error === 'timeout'),
    ),
    ...list(
      'Graded with less isolation than others (see isolation in reports/; delete a report to have it graded again)',
      lessIsolated(results),
    ),
    ...list('Left out, as nothing of them is in these submissions any more', gone),
    ...(roster === null ? [NO_ROSTER] : []),
  );
  return lines;
}

function doesNotRun({ error }: ExerciseResult): boolean {
  return error !== null && error !== 'timeout' && !isNearlyRight(error);
}

/** `93 of 100 points, `; nothing where there is no mark. */
function pointsWords(row: Row, gradebook: Gradebook): string {
  const result = markedResult(row, gradebook);
  return result === null ? '' : `${result.score} of ${result.maxScore} points, `;
}

/** Students whose code ran in less isolation than somebody else's. */
function lessIsolated(results: readonly Result[]): readonly string[] {
  const layers = new Set(
    results.flatMap(({ isolation = {} }) => Object.keys(isolation).filter((one) => isolation[one])),
  );
  const isLess = ({ isolation }: Result) => isolation !== undefined && [...layers].some((one) => !isolation[one]);
  return results.filter(isLess).map(({ student }) => student);
}

/** `s1077 (a link)`: what there is instead; null where that is for a person to decide. */
function withFound({ student }: Row, { notes }: Gradebook): string | null {
  const { found = '', decide = [] } = notes.get(student ?? '') ?? {};
  return decide.length > 0 ? null : `${student} (${found || 'nothing at all'})`;
}
