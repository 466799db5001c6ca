import fs from 'node:fs';
import path from 'node:path';
import { csv } from './csv';
import type { Result } from './journal';
import { OutputFolder } from './outputFolder';
import type { StudentFolder } from './submissions';

/** One mark before and after. */
export interface Change {
  readonly student: string;
  readonly before: Result;
  readonly after: Result;
  /** Checks that passed only after, or only before, as `exercise/check`. */
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

/** Where results wait until somebody has seen what they change. */
export function openStaging(output: OutputFolder): Promise<OutputFolder> {
  return OutputFolder.open(path.join(output.folder, '.regrade'), path.posix.join(output.shown, '.regrade'));
}

/** What the staged results of `students` would change. */
export function changesOf(
  output: OutputFolder,
  staging: OutputFolder,
  students: readonly StudentFolder[],
): readonly Change[] {
  return students.flatMap(({ student }) => {
    const before = output.journal.state.results.get(student);
    const after = staging.journal.state.results.get(student);
    if (before === undefined || after === undefined) return [];
    const [earlier, later] = [passedChecks(before), passedChecks(after)];
    const gained = [...later].filter((check) => !earlier.has(check));
    const lost = [...earlier].filter((check) => !later.has(check));
    if (gained.length === 0 && lost.length === 0 && before.score === after.score) return [];
    return [{ student, before, after, gained, lost }];
  });
}

function passedChecks({ exercises }: Result): ReadonlySet<string> {
  return new Set(
    exercises.flatMap(({ name, checks }) =>
      Object.entries(checks).flatMap(([id, mark]) => (mark === '+' ? [`${name}/${id}`] : [])),
    ),
  );
}

/** So many students are shown; all of them are in `regrade.csv`. */
const MAX_SHOWN = 40;

/** Who gains, who loses and by which check, in lines for a person. */
export function previewLines(changes: readonly Change[], total: number): readonly string[] {
  const difference = ({ before, after }: Change) => after.score - before.score;
  const gain = changes.filter((change) => difference(change) > 0).length;
  const lose = changes.filter((change) => difference(change) < 0).length;
  const lines = [`Of ${total} graded again, ${gain} gain, ${lose} lose, ${total - gain - lose} keep their mark.`];
  for (const [check, { gained, lost }] of byCheck(changes)) lines.push(`  ${check}: ${gained} gain, ${lost} lose`);
  for (const change of changes.slice(0, MAX_SHOWN)) lines.push(`  ${changeWords(change, difference(change))}`);
  if (changes.length > MAX_SHOWN) lines.push(`  and ${changes.length - MAX_SHOWN} more, in regrade.csv`);
  return lines;
}

function byCheck(changes: readonly Change[]): ReadonlyMap<string, { gained: number; lost: number }> {
  const counts = new Map<string, { gained: number; lost: number }>();
  const countOf = (check: string) => {
    const count = counts.get(check) ?? { gained: 0, lost: 0 };
    counts.set(check, count);
    return count;
  };
  for (const { gained, lost } of changes) {
    for (const check of gained) countOf(check).gained += 1;
    for (const check of lost) countOf(check).lost += 1;
  }
  return counts;
}

function changeWords({ student, before, after, gained, lost }: Change, difference: number): string {
  const signed = difference > 0 ? `+${difference}` : String(difference);
  const parts = [
    ...(gained.length > 0 ? [`gains ${gained.join(', ')}`] : []),
    ...(lost.length > 0 ? [`loses ${lost.join(', ')}`] : []),
  ];
  return `${student}: ${before.score} -> ${after.score} (${signed}) ${parts.join('; ')}`.trimEnd();
}

/** All changes, for a spreadsheet. */
export function previewCsv(changes: readonly Change[]): string {
  return csv([
    ['folder', 'before', 'after', 'gained', 'lost'],
    ...changes.map(({ student, before, after, gained, lost }) => [
      student,
      before.score,
      after.score,
      gained.join('; '),
      lost.join('; '),
    ]),
  ]);
}

/** Makes the staged results count. Stopped half way, the rest is still outdated, and running again goes on. */
export async function adopt(
  output: OutputFolder,
  staging: OutputFolder,
  students: readonly StudentFolder[],
): Promise<void> {
  for (const { student } of students) {
    const result = staging.journal.state.results.get(student);
    const report = staging.readReport(student);
    if (result === undefined || report === null) continue;
    await output.writeReport(student, report);
    await output.journal.append(result);
  }
}

/** Gives up what was staged. */
export function clearStaging(output: OutputFolder): void {
  fs.rmSync(path.join(output.folder, '.regrade'), { recursive: true, force: true });
}
