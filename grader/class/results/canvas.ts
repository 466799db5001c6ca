import type { Roster } from '../intake/roster';
import { csv } from './csv';
import { type Gradebook, importable, mark, type Row } from './gradebook';

/**
 * `canvas.csv`: the student columns that Canvas matches by, and one assignment with its points possible, under its heading
 * in Canvas' own export, `Forward pass (40218)` (`parse_assignments` in lib/gradebook_importer.rb of instructure/canvas-lms).
 * Students without a mark are left out, as a blank cell is a change, and empties a grade that is there
 * (`no_change_to_value?` in the same file; `populateGradeDataPerSubmission` in process_gradebook_upload.js).
 */
export function canvasCsv(gradebook: Gradebook): string {
  const { assignment, maxScore } = gradebook;
  const rows = importable(gradebook).flatMap((row) => {
    const points = mark(row, gradebook);
    return points === null ? [] : [[...canvasStudent(row, gradebook.roster), points]];
  });
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
