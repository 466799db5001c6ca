import { foundText, type IntakeNote } from '../store/intakeNotes';
import { type Cell, csv } from './csv';
import { type Gradebook, isLate, markedResult, type Row, statusOf } from './gradebook';

/** `gradebook.csv`: everybody, with the points of each exercise and what went wrong. Without a mark points are blank. It holds no times. */
export function gradebookCsv(gradebook: Gradebook): string {
  const { exercises, rows } = gradebook;
  const header = [
    ...['folder', 'id', 'username', 'name', 'email', 'section', 'status', 'score', 'max_score'],
    ...exercises.map(({ name }) => name),
    ...['errors', 'misconceptions', 'seed', 'submission', 'late', 'found'],
  ];
  return csv([header, ...rows.map((row) => gradebookRow(row, gradebook))]);
}

function gradebookRow(row: Row, gradebook: Gradebook): readonly Cell[] {
  const { exercises } = gradebook;
  const { student, entry, result } = row;
  const note = student === null ? undefined : gradebook.notes.get(student);
  const graded = markedResult(row, gradebook);
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
    statusOf(row, gradebook),
    graded?.score ?? '',
    graded?.maxScore ?? '',
    ...points,
    errors.join('; '),
    known?.join('; ') ?? '',
    result?.receipt.seed ?? '',
    result?.receipt.submission.slice(0, 12) ?? '',
    lateWord(isLate(row, gradebook)),
    foundCell(row, note),
  ];
}

/** What was found, after what the platform says of it. */
function foundCell({ student, entry }: Row, note: IntakeNote | undefined): string {
  const draft = student !== null && entry?.isDraft === true ? ['only a draft'] : [];
  return [...draft, ...(note === undefined ? [] : [foundText(note)])].join('; ');
}

/** Empty when nothing tells. */
function lateWord(late: boolean | null): string {
  if (late === null) return '';
  return late ? 'late' : 'in time';
}
