import fs from 'node:fs';
import path from 'node:path';
import type { Report } from '../../grading/report';
import type { StudentFolder } from '../intake/submissions';
import { OutputFolder } from '../store/outputFolder';
import { csv } from './csv';

/** One student's marks before and after. */
export interface Change {
  readonly student: string;
  readonly before: Report;
  readonly after: Report;
  /** Checks worth more points after, or fewer, to this student: `exercise/check`, and the difference. */
  readonly gained: ReadonlyMap<string, number>;
  readonly lost: ReadonlyMap<string, number>;
}

/** Where results wait until somebody has seen what they change. */
export function openStaging(output: OutputFolder): Promise<OutputFolder> {
  return OutputFolder.open(path.join(output.folder, '.regrade'), path.posix.join(output.shown, '.regrade'));
}

/** What the staged results of `students` would change, marks that fall first. */
export function changesOf(
  output: OutputFolder,
  staging: OutputFolder,
  students: readonly StudentFolder[],
): readonly Change[] {
  const changes = students.flatMap(({ student }) => {
    const before = output.readReport(student);
    const after = staging.readReport(student);
    if (before === null || after === null) return [];
    const differences = differencesOf(pointsByCheck(before), pointsByCheck(after));
    const gained = new Map([...differences].filter(([, points]) => points > 0));
    const lost = new Map([...differences].filter(([, points]) => points < 0));
    return [{ student, before, after, gained, lost }];
  });
  return changes.sort((a, b) => differenceOf(a) - differenceOf(b));
}

function pointsByCheck({ exercises }: Report): ReadonlyMap<string, number> {
  return new Map(
    exercises.flatMap(({ name, checks }) => checks.map(({ id, score }) => [`${name}/${id}`, score] as const)),
  );
}

function differencesOf(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const checks = new Set([...before.keys(), ...after.keys()]);
  return new Map([...checks].map((check) => [check, rounded((after.get(check) ?? 0) - (before.get(check) ?? 0))]));
}

function differenceOf({ before, after }: Change): number {
  return rounded(after.score - before.score);
}

/** Sums and differences of marks with a few decimals, without the noise of binary fractions. */
function rounded(points: number): number {
  return Number(points.toFixed(6));
}

/** So many students are shown; all of them are in `regrade.csv`. */
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

/** What marks are of, where that changes. */
function totalsWords({ before, after }: Change): string {
  return before.maxScore === after.maxScore
    ? ''
    : `Marks are of ${after.maxScore} points then; they were of ${before.maxScore}.`;
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
  return `${student}: ${before.score} -> ${after.score} (${signed(differenceOf(change))}) ${parts.join('; ')}`.trimEnd();
}

function checksWords(differences: ReadonlyMap<string, number>): string {
  return [...differences].map(([check, points]) => `${check} (${signed(points)})`).join(', ');
}

function signed(points: number): string {
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
