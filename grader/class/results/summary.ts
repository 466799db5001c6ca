import { mean, median } from 'simple-statistics';
import { identifiers, type RosterEntry } from '../intake/roster';
import { identicalGroups, MODEL_ANSWERS } from '../intake/sameCode';
import { counted, groupWords, listed } from '../listing';
import type { ExerciseResult, Result } from '../store/journalLine';
import { byEntry, type Gradebook, isLate, markedResult, type Row, statusOf } from './gradebook';

const NO_TIMES =
  '--due: nothing tells when these were handed in. Folders have the times of their download; zips with a time for each file are needed.';

/** Findings about code, for the terminal and the page. */
export const SAME_CODE = 'The same code but for formatting, comments and names of variables (for you to look at)';
export const MODEL_CODE = 'The same as the model answers in solutions/ (for you to look at)';

/** Where all that share code are listed. */
const ON_PAGE = ', in report.html';

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
  const unclear = having('unclear owner');
  const empty = named('no exercise file');
  const setAside = named('other folder counts');
  const broken = showing(({ error }) => error !== null && error !== 'timeout').filter(
    (one) => !empty.includes(one) && !setAside.includes(one),
  );
  const found = [...gradebook.notes.values()];
  const there = rows.filter(({ student }) => student !== null);
  lines.push(
    ...list(
      `Late${roster?.entries.some(({ late }) => late !== null) ? ', by the Status in the roster' : ''} (no points are taken off; see gradebook.csv)`,
      namesOf(there.filter((row) => isLate(row, gradebook) === true)),
    ),
    ...(due && there.every((row) => isLate(row, gradebook) === null) ? [NO_TIMES] : []),
    ...list(
      'Only a draft, by the Status in the roster (graded all the same; take out of the import whom you will not count)',
      namesOf(there.filter(({ entry }) => entry?.isDraft === true)),
    ),
    ...list(`Missing (on the roster, ${where})`, named('missing')),
    ...list('Not on the roster (graded, but not in canvas.csv and moodle.csv)', named('not on the roster')),
    ...list(unclearTitle(gradebook), unclear.filter((row) => !isShared(row)).map(withCandidates)),
    ...list(
      'The name is that of several on the roster (no mark; see "Whose folder is it?" in docs/class.md)',
      unclear.filter(isShared).map(withSharers),
    ),
    ...list(
      'Several folders of one student (no mark; see "What was taken wrongly" in docs/class.md)',
      contestedFolders(gradebook),
    ),
    ...list('Not taken, as another folder of the same student counts', named('other folder counts')),
    ...list('Could not be graded (no mark)', named('could not be graded')),
    ...list('Not graded yet', named('not graded')),
    ...list(
      'No exercise file found (no mark)',
      having('no exercise file').map((row) => withFound(row, gradebook)),
    ),
    ...list(`Graded out of another total than ${maxScore} points (no mark; see --regrade)`, named('other points')),
    ...list(
      'Nothing written yet',
      showing(({ status }) => status === 'not-started', 'every'),
    ),
    ...list('Files that are missing or do not run (see errors in gradebook.csv)', broken),
    ...list(
      'Ran over the time limit, even when graded alone',
      showing(({ error }) => error === 'timeout'),
    ),
    ...list(
      'Graded with less isolation than others (see isolation in reports/; delete a report to have it graded again)',
      lessIsolated(results),
    ),
    ...listed(SAME_CODE, identicalGroups(found).map(groupWords), ON_PAGE),
    ...listed(
      MODEL_CODE,
      found.filter(({ code }) => code === MODEL_ANSWERS).map(({ student }) => student),
      ON_PAGE,
    ),
    ...list('Left out, as nothing of them is in these submissions any more', gone),
    ...(roster === null ? [NO_ROSTER] : []),
  );
  return lines;
}

function namesOf(rows: readonly Row[]): readonly string[] {
  return rows.map(({ student, entry }) => student ?? nameOf(entry));
}

/** Students whose code ran in less isolation than somebody else's. */
function lessIsolated(results: readonly Result[]): readonly string[] {
  const layers = new Set(
    results.flatMap(({ isolation = {} }) => Object.keys(isolation).filter((one) => isolation[one])),
  );
  const isLess = ({ isolation }: Result) => isolation !== undefined && [...layers].some((one) => !isolation[one]);
  return results.filter(isLess).map(({ student }) => student);
}

/** `ada, 17 (Ada Lovelace)`: folders of one student. */
function contestedFolders({ rows }: Gradebook): readonly string[] {
  const contested = rows.filter(({ beside }) => beside === 'contested');
  return [...byEntry(contested)].map(
    ([entry, folders]) => `${folders.map(({ student }) => student).join(', ')} (${nameOf(entry)})`,
  );
}

/** Whether people on the roster share what the folder is named by. */
function isShared({ candidates }: Row): boolean {
  return candidates.length > 1 && candidates.every(({ by }) => by === candidates[0].by);
}

/** `1001 (Canvas id of Ada Lovelace, SIS id of Bob Smith)`. */
function withCandidates({ student, candidates }: Row): string {
  return `${student} (${candidates.map(({ entry, by }) => `${by} of ${nameOf(entry)}`).join(', ')})`;
}

/** `Kim Lee_17 (s1026 or s1027)`. */
function withSharers({ student, candidates }: Row): string {
  return `${student} (${candidates.map(({ entry }) => identifiers(entry)[0]).join(' or ')})`;
}

/** `s1077 (work.rar)`: what there is instead. */
function withFound({ student }: Row, { notes }: Gradebook): string {
  const { found = '', nearNames = [] } = notes.get(student ?? '') ?? {};
  return `${student} (${nearNames.length > 0 ? 'nearly the right names' : found || 'nothing at all'})`;
}

/** Why it is not clear whose a folder is. */
function unclearTitle({ namedBy }: Gradebook): string {
  const [only] = namedBy;
  const how =
    namedBy.length === 1 ? `folders are named by ${only}` : `folders could be named by ${namedBy.join(' or ')}`;
  return `Not clear whose (no mark; ${how}, so rename these)`;
}

function nameOf(entry: RosterEntry | null): string {
  return entry?.name || entry?.email || entry?.id || '';
}
