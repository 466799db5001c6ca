import { mean, median } from 'simple-statistics';
import type { ExerciseResult } from '../store/journalLine';
import { counted } from './counted';
import { type Gradebook, markedResult, statusOf } from './gradebook';

/** So many names are listed; of more, the rest is counted. */
const MAX_LISTED = 20;

const NO_ROSTER =
  'No --roster: in canvas.csv and moodle.csv the folders’ names stand for user names; check that they are.';

/**
 * What came of a class, in lines for a person.
 *
 * @param where what a student who is missing is not in
 */
export function summaryLines(gradebook: Gradebook, where = 'no folder'): readonly string[] {
  const { rows, roster, maxScore, gone } = gradebook;
  const results = rows.flatMap(({ result }) => (result === null ? [] : [result]));
  const lines: string[] = [];
  const scores = rows.flatMap((row) => markedResult(row, gradebook)?.score ?? []);
  if (scores.length > 0) {
    const marks = `${scores.length} with a mark: mean ${mean(scores).toFixed(1)}, median ${median(scores)}`;
    lines.push(`${counted(results.length, 'submission')} in the gradebook, ${marks} of ${maxScore} points.`);
  }
  const named = (status: string) =>
    rows.filter((row) => statusOf(row, gradebook) === status).map(({ student, entry }) => student ?? nameOf(entry));
  const showing = (about: (exercise: ExerciseResult) => boolean, which: 'some' | 'every' = 'some') =>
    results.filter(({ exercises }) => exercises[which](about)).map(({ student }) => student);
  const empty = named('no exercise file');
  const broken = showing(({ error }) => error !== null && error !== 'timeout').filter((one) => !empty.includes(one));
  lines.push(
    ...listed(`Missing (on the roster, ${where})`, named('missing')),
    ...listed('Not on the roster (graded, but not in canvas.csv and moodle.csv)', named('not on the roster')),
    ...listed(
      'Several folders for one student (no mark; remove all but the one that counts)',
      named('several folders'),
    ),
    ...listed('Could not be graded (no mark)', named('could not be graded')),
    ...listed('Not graded yet', named('not graded')),
    ...listed('No exercise file found (no mark; look for files of other names)', empty),
    ...listed(`Graded out of another total than ${maxScore} points (no mark; see --regrade)`, named('other points')),
    ...listed(
      'Nothing written yet',
      showing(({ status }) => status === 'not-started', 'every'),
    ),
    ...listed('Files that are missing or do not run (see errors in gradebook.csv)', broken),
    ...listed(
      'Ran over the time limit, even when graded alone',
      showing(({ error }) => error === 'timeout'),
    ),
    ...listed('Left out, as their folders are gone', gone),
    ...(roster === null ? [NO_ROSTER] : []),
  );
  return lines;
}

function nameOf(entry: { readonly name: string; readonly email: string; readonly id: string } | null): string {
  return entry?.name || entry?.email || entry?.id || '';
}

function listed(title: string, names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  const rest = names.length > MAX_LISTED ? ` and ${names.length - MAX_LISTED} more (see gradebook.csv)` : '';
  return [`${title}: ${names.slice(0, MAX_LISTED).join('; ')}${rest}.`];
}
