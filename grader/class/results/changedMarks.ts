import type { Report } from '../../grading/report';
import type { StudentFolder } from '../intake/submissions';
import type { OutputFolder } from '../store/outputFolder';

/** One student's marks before and after. */
export interface Change {
  readonly student: string;
  readonly before: Report;
  readonly after: Report;
  /** Checks worth more points after, or fewer, to this student: `exercise/check`, and the difference. */
  readonly gained: ReadonlyMap<string, number>;
  readonly lost: ReadonlyMap<string, number>;
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
    const differences = pointDifferences(before, after);
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

/** By check, `exercise/check`, how many points it is worth more in one report than before; 0 where as many. */
export function pointDifferences(before: Report, after: Report): ReadonlyMap<string, number> {
  const [earlier, later] = [pointsByCheck(before), pointsByCheck(after)];
  const checks = new Set([...earlier.keys(), ...later.keys()]);
  return new Map([...checks].map((check) => [check, rounded((later.get(check) ?? 0) - (earlier.get(check) ?? 0))]));
}

/** How much better a mark would be. */
export function differenceOf({ before, after }: Change): number {
  return rounded(after.score - before.score);
}

/** Sums and differences of marks with a few decimals, without the noise of binary fractions. */
function rounded(points: number): number {
  return Number(points.toFixed(6));
}
