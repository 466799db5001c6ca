import { mean, median } from 'simple-statistics';
import { type Gradebook, statusOf } from './gradebook';

/** So many names are listed; of more, the rest is counted. */
const MAX_LISTED = 20;

/** What came of a class, in lines for a person. */
export function summaryLines(gradebook: Gradebook): readonly string[] {
  const { rows, roster } = gradebook;
  const results = rows.flatMap(({ result }) => (result === null ? [] : [result]));
  const lines: string[] = [];
  if (results.length > 0) {
    const scores = results.map(({ score }) => score);
    const marks = `mean ${mean(scores).toFixed(1)}, median ${median(scores)}`;
    lines.push(`${counted(results.length, 'submission')} in the gradebook: ${marks} of ${results[0].maxScore} points.`);
  }
  const named = (status: string) =>
    rows.filter((row) => statusOf(row, roster) === status).map(({ student, entry }) => student ?? nameOf(entry));
  lines.push(...listed('Missing (on the roster, no folder)', named('missing')));
  lines.push(...listed('Not on the roster (graded, but not in canvas.csv and moodle.csv)', named('not on the roster')));
  lines.push(...listed('Several folders for one student (decide which counts)', named('several folders')));
  lines.push(...listed('Could not be graded', named('could not be graded')));
  const timedOut = results.filter(({ exercises }) => exercises.some(({ error }) => error === 'timeout'));
  lines.push(
    ...listed(
      'Overran the time limit, alone on the machine, too',
      timedOut.map(({ student }) => student),
    ),
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

/** "1 submission", "2 submissions". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
