import { createHash } from 'node:crypto';
import type { ExerciseReport, Report } from '../../grading/report';
import type { Result } from '../store/journalLine';

/** Wrong answers that match nothing that the exercise knows, and behave alike. */
export interface UnknownGroup<S> {
  /** Such as `softmax-3fa2c1`: the same for the same behaviour. */
  readonly id: string;
  /** One of the reports. */
  readonly example: ExerciseReport;
  readonly students: readonly S[];
}

/**
 * Groups of answers for which the same checks fail, on the same smallest input, with the same answer or kind of error; the
 * largest first.
 */
export function unknownGroups<S extends { readonly result: Result }>(
  students: readonly S[],
  reportOf: (student: string) => Report | null,
): readonly UnknownGroup<S>[] {
  const groups = new Map<string, { example: ExerciseReport; students: S[] }>();
  for (const student of students) {
    const { result } = student;
    const unknown = result.exercises.filter(
      ({ status, error, misconceptions }) => status === 'failed' && error === null && misconceptions.length === 0,
    );
    const report = unknown.length === 0 ? null : reportOf(result.student);
    for (const { name } of unknown) {
      const example = report?.exercises.find((exercise) => exercise.name === name);
      if (example === undefined) continue;
      const id = `${name}-${createHash('sha256').update(behaviour(example)).digest('hex').slice(0, 6)}`;
      const group = groups.get(id) ?? { example, students: [] };
      group.students.push(student);
      groups.set(id, group);
    }
  }
  return [...groups].map(([id, group]) => ({ id, ...group })).sort((a, b) => b.students.length - a.students.length);
}

/** What is the same for answers that go wrong alike. */
function behaviour({ counterexample = null, checks }: ExerciseReport): string {
  const failed = checks.filter(({ status }) => status === 'failed');
  const ids = failed.map(({ id }) => id).join();
  if (counterexample === null) return `${ids}\n${kindOf(failed[0]?.message ?? '')}`;
  const { inputs, got, threw } = counterexample;
  // Answers are the same to single precision.
  const rounded = (_: string, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(5)) : value);
  return threw === null ? `${ids}\n${JSON.stringify([inputs, got], rounded)}` : `${ids}\n${kindOf(threw)}`;
}

/** A message without names and numbers in it. */
function kindOf(message: string): string {
  return message.replace(/'[^']*'|"[^"]*"|-?\d+(?:\.\d+)?/g, '…').replace(/\S+\/\S+\.ts/g, '…');
}
