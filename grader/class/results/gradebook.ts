import type { Exercise } from '../../authoring/exercise';
import type { Match } from '../intake/matching';
import type { Roster, RosterEntry } from '../intake/roster';
import type { Result } from '../store/journalLine';

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
export function isBlank(status: string): boolean {
  return status === 'no exercise file' || status === 'could not be graded';
}

/** Whether the folder had none of the files: handed in under other names, perhaps, which a person has to see. */
function isEmpty({ exercises }: Result): boolean {
  return exercises.every(({ error }) => error === 'missing-file');
}

/** Who goes into an import: with a roster nobody else, as an unknown student stops some imports; one row each. */
export function importable({ rows, roster }: Gradebook): readonly Row[] {
  const seen = new Set<RosterEntry>();
  return rows.filter(({ entry }) => {
    if (roster === null) return true;
    if (entry === null || seen.has(entry)) return false;
    seen.add(entry);
    return true;
  });
}

/** The mark to import; null where there is none. */
export function mark(row: Row, gradebook: Gradebook): number | null {
  return markedResult(row, gradebook)?.score ?? null;
}
