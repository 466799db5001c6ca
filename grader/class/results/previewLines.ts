import { type Change, differenceOf } from './changedMarks';
import { csv } from './csv';

/** At most this many students are shown; all of them are in `regrade.csv`. */
const MAX_SHOWN = 40;

/** Who gains, who loses and by which check, in lines for a person. */
export function previewLines(changes: readonly Change[]): readonly string[] {
  const gain = changes.filter((change) => differenceOf(change) > 0).length;
  const lose = changes.filter((change) => differenceOf(change) < 0).length;
  const moved = changes.filter((change) => differenceOf(change) !== 0);
  const keep = changes.length - moved.length;
  const lines = [`Of ${changes.length} graded again, ${gain} gain, ${lose} lose, ${keep} keep their mark.`];
  for (const totals of new Set(changes.map(totalsWords))) if (totals !== '') lines.push(totals);
  for (const [check, { gained, lost }] of byCheck(changes)) lines.push(`  ${check}: ${gained} gain, ${lost} lose`);
  for (const change of moved.slice(0, MAX_SHOWN)) lines.push(`  ${changeWords(change)}`);
  if (moved.length > MAX_SHOWN) lines.push(`  and ${moved.length - MAX_SHOWN} more, in regrade.csv`);
  return lines;
}

/** What marks are out of, where that changes. */
function totalsWords({ before, after }: Change): string {
  return before.maxScore === after.maxScore
    ? ''
    : `Marks out of ${before.maxScore} points become marks out of ${after.maxScore}.`;
}

function byCheck(changes: readonly Change[]): ReadonlyMap<string, { gained: number; lost: number }> {
  const counts = new Map<string, { gained: number; lost: number }>();
  const countOf = (check: string) => {
    const count = counts.get(check) ?? { gained: 0, lost: 0 };
    counts.set(check, count);
    return count;
  };
  for (const { gained, lost } of changes) {
    for (const check of gained.keys()) countOf(check).gained += 1;
    for (const check of lost.keys()) countOf(check).lost += 1;
  }
  return counts;
}

function changeWords(change: Change): string {
  const { student, before, after, gained, lost } = change;
  const parts = [
    ...(gained.size > 0 ? [`gains ${checksWords(gained)}`] : []),
    ...(lost.size > 0 ? [`loses ${checksWords(lost)}`] : []),
  ];
  return `${student}: ${before.score} -> ${after.score} (${signedPoints(differenceOf(change))}) ${parts.join('; ')}`.trimEnd();
}

function checksWords(differences: ReadonlyMap<string, number>): string {
  return [...differences].map(([check, points]) => `${check} (${signedPoints(points)})`).join(', ');
}

/** `+2`, `-3`. */
export function signedPoints(points: number): string {
  return points > 0 ? `+${points}` : String(points);
}

/** All students, for a spreadsheet. */
export function previewCsv(changes: readonly Change[]): string {
  return csv([
    ['folder', 'before', 'after', 'gained', 'lost'],
    ...changes.map(({ student, before, after, gained, lost }) => [
      student,
      before.score,
      after.score,
      checksWords(gained),
      checksWords(lost),
    ]),
  ]);
}
