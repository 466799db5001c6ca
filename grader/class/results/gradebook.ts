import type { Exercise } from '../../authoring/exercise';
import type { Match, Matching } from '../intake/matching';
import type { Roster, RosterEntry } from '../intake/roster';
import type { IntakeNote } from '../store/intakeNotes';
import type { Result } from '../store/journalLine';

/** A line of the gradebook with the result, when there is one. */
export interface Row extends Match {
  readonly result: Result | null;
  /**
   * What becomes of a folder beside others of the same student: `contested` folders go to nobody until a person decides;
   * where one was put right, or is the only one with exercise files, it counts, and the others are `set-aside`. A student
   * without a folder whom the name of one could mean is `claimed`.
   */
  readonly beside: 'none' | 'contested' | 'set-aside' | 'claimed';
  /** What the student is told whose mark a person withholds, perhaps nothing; null where it is not withheld. */
  readonly withheld: string | null;
}

/** A class with its marks: what all files of results are made from. */
export interface Gradebook {
  readonly exercises: readonly Exercise[];
  readonly rows: readonly Row[];
  readonly roster: Roster | null;
  /** By which kinds of identifiers folders are named. */
  readonly namedBy: Matching['namedBy'];
  /** Title of the assignment in Canvas. */
  readonly assignment: string;
  /** The points that marks are out of. */
  readonly maxScore: number;
  /** Graded before, but nothing of them is in the submissions any more. */
  readonly gone: readonly string[];
  /** What was found of each student with a folder. */
  readonly notes: ReadonlyMap<string, IntakeNote>;
}

/** The assignment's title as people read it: a number in brackets is for Canvas. */
export function titleOf({ assignment }: Pick<Gradebook, 'assignment'>): string {
  return assignment.replace(/\s*\(\d+\)$/, '');
}

/** Joins results with who should be there. One that is not final is none. */
export function rowsOf(
  matches: readonly Match[],
  results: ReadonlyMap<string, Result>,
  notes: Gradebook['notes'],
): readonly Row[] {
  const finalOf = (student: string | null) => {
    const result = results.get(student ?? '');
    return result?.final === true ? result : null;
  };
  const rows = matches.map((match) => ({
    ...match,
    result: finalOf(match.student),
    withheld: notes.get(match.student ?? '')?.withheld ?? null,
  }));
  const foldersOf = byEntry(rows);
  const claimed = new Set<RosterEntry | null>(rows.flatMap(({ candidates }) => candidates.map(({ entry }) => entry)));
  return rows.map((row) => {
    if (row.student === null) return { ...row, beside: claimed.has(row.entry) ? 'claimed' : 'none' };
    const folders = row.entry === null ? [] : (foldersOf.get(row.entry) ?? []);
    if (folders.length < 2) return { ...row, beside: 'none' };
    const filled = folders.filter(({ result }) => result === null || !isEmpty(result));
    const corrected = folders.filter(({ student }) => notes.get(student ?? '')?.corrected === true);
    // To withhold is said of the student, whichever folder it is said of.
    const withheld = folders.filter((one) => one.withheld !== null).slice(0, 1);
    // Without any file there is nothing to decide between.
    const [counts, ...others] = [withheld, corrected, filled, folders].find(({ length }) => length > 0) ?? [];
    if (others.length > 0 && filled.length > 0) return { ...row, beside: 'contested' };
    return { ...row, beside: counts === row ? 'none' : 'set-aside' };
  });
}

/** The lines of each student on the roster. */
export function byEntry<M extends Pick<Match, 'entry'>>(rows: readonly M[]): ReadonlyMap<RosterEntry, readonly M[]> {
  const groups = new Map<RosterEntry, M[]>();
  for (const row of rows) if (row.entry !== null) groups.set(row.entry, [...(groups.get(row.entry) ?? []), row]);
  return groups;
}

/** Whether a submission came late: the roster's word, where it has one, and else what was found. Null when nothing tells. */
export function isLate({ student, entry }: Row, { notes }: Pick<Gradebook, 'notes'>): boolean | null {
  return student === null ? null : (entry?.late ?? notes.get(student)?.late ?? null);
}

/** What became of a student, in a word or two. */
export function statusOf(row: Row, { roster, maxScore }: Pick<Gradebook, 'roster' | 'maxScore'>): string {
  const { student, entry, candidates, beside, withheld, result } = row;
  if (student === null) return beside === 'claimed' ? 'folder unclear' : 'missing';
  if (withheld !== null && beside !== 'set-aside') return 'withheld';
  if (result === null) return 'not graded';
  if (beside === 'contested') return 'several folders';
  if (beside === 'set-aside') return 'other folder counts';
  if (result.failure !== null) return 'could not be graded';
  if (isEmpty(result)) return 'no exercise file';
  if (candidates.length > 0) return 'unclear owner';
  if (result.maxScore !== maxScore) return 'other points';
  return roster !== null && entry === null ? 'not on the roster' : 'graded';
}

/** What a row with a mark is called; any other has none, or a person has to decide first. */
const MARKED = new Set(['graded', 'not on the roster']);

/** The result that is somebody's mark; null where there is none. */
export function markedResult(row: Row, gradebook: Pick<Gradebook, 'roster' | 'maxScore'>): Result | null {
  return MARKED.has(statusOf(row, gradebook)) ? row.result : null;
}

/** Whether the folder had none of the files: handed in under other names, perhaps, which a person has to see. */
function isEmpty({ exercises }: Result): boolean {
  return exercises.every(({ error }) => error === 'missing-file');
}

/**
 * Who goes into an import, a row for each: with a roster only those on it, as an unknown student stops some imports.
 */
export function importable({ rows, roster }: Gradebook): readonly Row[] {
  const seen = new Set<RosterEntry>();
  return rows.filter(({ entry, beside }) => {
    if (roster === null) return true;
    if (entry === null || beside === 'set-aside' || seen.has(entry)) return false;
    seen.add(entry);
    return true;
  });
}

/** The mark to import; null where there is none. */
export function mark(row: Row, gradebook: Gradebook): number | null {
  return markedResult(row, gradebook)?.score ?? null;
}
