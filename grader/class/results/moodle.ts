import type { Roster } from '../intake/roster';
import { errorWords } from './comment';
import { type Cell, csv } from './csv';
import { type Gradebook, importable, mark, type Row } from './gradebook';

const NO_GRADE: Cell = { verbatim: '-' };

/** What Moodle can match users by. */
const MOODLE_FIELDS = ['username', 'idnumber', 'email'] as const;

/**
 * `moodle.csv`: every identifier that all students have, the grade, and a comment. Students without any
 * such identifier are left out, as a blank one stops the whole import.
 *
 * @param comments by student; the points of each exercise stand where there is none
 */
export function moodleCsv(gradebook: Gradebook, comments: ReadonlyMap<string, string>): string {
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
      comments.get(row.student ?? '') ?? pointsWords(row, gradebook),
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

/** The points of each exercise, and why one could not be judged. */
function pointsWords(row: Row, gradebook: Gradebook): string {
  const { result } = row;
  if (result === null || mark(row, gradebook) === null) return '';
  const parts = result.exercises.map(({ name, score, maxScore, error }) => {
    const why = error === null ? '' : ` (${errorWords(error)})`;
    return `${name} ${score}/${maxScore}${why}`;
  });
  return `${parts.join(', ')}.`;
}
