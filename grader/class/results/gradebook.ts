import type { Exercise } from '../../authoring/exercise';
import type { Match } from '../intake/matching';
import type { Roster, RosterEntry } from '../intake/roster';
import type { Result } from '../store/journal';
import { type Cell, csv } from './csv';

/** A line of the gradebook with the result, when there is one. */
export interface Row extends Match {
  readonly result: Result | null;
}

export interface Gradebook {
  readonly exercises: readonly Exercise[];
  readonly rows: readonly Row[];
  readonly roster: Roster | null;
  /** Title of the assignment in Canvas. */
  readonly assignment: string;
  /** The points that marks are of. */
  readonly maxScore: number;
  /** Graded before, but their folders are gone. */
  readonly gone: readonly string[];
}

const NO_GRADE: Cell = { verbatim: '-' };

/** Joins results with who should be there. */
export function rowsOf(matches: readonly Match[], results: ReadonlyMap<string, Result>): readonly Row[] {
  return matches.map((match) => ({
    ...match,
    result: match.student === null ? null : (results.get(match.student) ?? null),
  }));
}

/** What became of a student, in a word or two. */
export function statusOf(row: Row, { roster, maxScore }: Pick<Gradebook, 'roster' | 'maxScore'>): string {
  const { student, entry, contested, result } = row;
  if (student === null) return 'missing';
  if (result === null) return 'not graded';
  if (contested) return 'several folders';
  if (result.failure !== null) return 'could not be graded';
  if (isEmpty(result)) return 'no exercise file';
  if (result.maxScore !== maxScore) return 'other points';
  return roster !== null && entry === null ? 'not on the roster' : 'graded';
}

/** What is a mark; with anything else there is none, or a person has to decide first. */
const MARKED = new Set(['graded', 'not on the roster']);

/** The result that is somebody's mark; null where there is none. */
export function markedResult(row: Row, gradebook: Pick<Gradebook, 'roster' | 'maxScore'>): Result | null {
  return MARKED.has(statusOf(row, gradebook)) ? row.result : null;
}

/** Whether nothing was graded: its points are none of anybody's. */
function isBlank(status: string): boolean {
  return status === 'no exercise file' || status === 'could not be graded';
}

/** Whether the folder had none of the files: handed in under other names, perhaps, which a person has to see. */
function isEmpty({ exercises }: Result): boolean {
  return exercises.every(({ error }) => error === 'missing-file');
}

/** `gradebook.csv`: everybody, with the points of each exercise and what went wrong. It holds no times. */
export function gradebookCsv(gradebook: Gradebook): string {
  const { exercises, rows } = gradebook;
  const header = [
    ...['folder', 'id', 'username', 'name', 'email', 'section', 'status', 'score', 'max_score'],
    ...exercises.map(({ name }) => name),
    ...['errors', 'misconceptions', 'seed', 'submission'],
  ];
  return csv([header, ...rows.map((row) => gradebookRow(row, gradebook))]);
}

function gradebookRow(row: Row, gradebook: Gradebook): readonly Cell[] {
  const { exercises } = gradebook;
  const { student, entry, result } = row;
  const status = statusOf(row, gradebook);
  const graded = isBlank(status) ? null : result;
  const points = exercises.map(({ name }) => graded?.exercises.find((one) => one.name === name)?.score ?? '');
  const errors = result?.exercises.flatMap(({ name, error }) => (error === null ? [] : [`${name}: ${error}`])) ?? [];
  const known = result?.exercises.flatMap(({ name, misconceptions }) => misconceptions.map((one) => `${name}: ${one}`));
  return [
    student ?? '',
    entry === null ? '' : entry.id || entry.idNumber,
    entry?.username ?? '',
    entry?.name ?? '',
    entry?.email ?? '',
    entry?.section ?? '',
    status,
    graded?.score ?? '',
    graded?.maxScore ?? '',
    ...points,
    errors.join('; '),
    known?.join('; ') ?? '',
    result?.receipt.seed ?? '',
    result?.receipt.submission.slice(0, 12) ?? '',
  ];
}

/** Who goes into an import: with a roster nobody else, as an unknown student stops some imports; one row each. */
function importable({ rows, roster }: Gradebook): readonly Row[] {
  const seen = new Set<RosterEntry>();
  return rows.filter(({ entry }) => {
    if (roster === null) return true;
    if (entry === null || seen.has(entry)) return false;
    seen.add(entry);
    return true;
  });
}

/** The mark to import; null where there is none. */
function mark(row: Row, gradebook: Gradebook): number | null {
  return markedResult(row, gradebook)?.score ?? null;
}

/**
 * `canvas.csv`: the student columns that Canvas matches by, and one assignment with its points possible. Students
 * without a mark are left blank, which changes nothing in Canvas.
 */
export function canvasCsv(gradebook: Gradebook): string {
  const { assignment, maxScore } = gradebook;
  const rows = importable(gradebook).map((row) => [
    ...canvasStudent(row, gradebook.roster),
    mark(row, gradebook) ?? '',
  ]);
  return csv([
    ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', assignment],
    ['    Points Possible', '', '', '', '', maxScore],
    ...rows,
  ]);
}

function canvasStudent({ student, entry }: Row, roster: Roster | null): readonly string[] {
  if (entry === null) return [student ?? '', '', '', student ?? '', ''];
  const { name, id, idNumber, username, email, section } = entry;
  // Only Canvas knows its own ids; other lists have the university's.
  if (roster?.kind === 'canvas') return [name, id, idNumber, username, section];
  return [name, '', idNumber || (roster?.kind === 'simple' ? id : ''), username || email, section];
}

/** What Moodle can match users by. */
const MOODLE_FIELDS = ['username', 'idnumber', 'email'] as const;

/**
 * `moodle.csv`: every identifier that all students have, the grade, and feedback in a sentence. Students without any
 * such identifier are left out, as a blank one stops the whole import.
 */
export function moodleCsv(gradebook: Gradebook): string {
  const rows = importable(gradebook).map((row) => ({ row, identity: moodleIdentity(row, gradebook.roster) }));
  const count = (field: (typeof MOODLE_FIELDS)[number]) => rows.filter(({ identity }) => identity[field] !== '').length;
  const most = Math.max(...MOODLE_FIELDS.map(count));
  const fields = MOODLE_FIELDS.filter((field) => count(field) === most && most > 0);
  const written = rows.filter(({ identity }) => fields.every((field) => identity[field] !== ''));
  return csv([
    [...fields, 'grade', 'feedback'],
    ...written.map(({ row, identity }) => [
      ...fields.map((field) => identity[field]),
      mark(row, gradebook) ?? NO_GRADE,
      feedback(row, gradebook),
    ]),
  ]);
}

function moodleIdentity(
  { student, entry }: Row,
  roster: Roster | null,
): Record<(typeof MOODLE_FIELDS)[number], string> {
  if (entry === null) return { username: student ?? '', idnumber: '', email: '' };
  const { id, idNumber, username, email } = entry;
  return { username, idnumber: idNumber || (roster?.kind === 'simple' ? id : ''), email };
}

/** The points of each exercise, and what was recognised. */
function feedback(row: Row, gradebook: Gradebook): string {
  const { result } = row;
  if (result === null || mark(row, gradebook) === null) return '';
  const parts = result.exercises.map(({ name, score, maxScore, error }) => {
    const why = error === null ? '' : ` (${error})`;
    return `${name} ${score}/${maxScore}${why}`;
  });
  return `${parts.join(', ')}.`;
}
