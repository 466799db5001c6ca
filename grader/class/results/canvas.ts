import type { Roster } from '../intake/roster';
import { csv } from './csv';
import { type Gradebook, importable, mark, type Row } from './gradebook';

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
