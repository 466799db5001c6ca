import type { StandIns, Submission } from '../submission/submission';
import type { Workbook } from '../workbook/workbook';
import { linkedId, referenceModules } from './link';

/**
 * Follow-through marks: an exercise may import the learner's answers to others, and their mistakes should cost marks
 * once. So it is graded again with the reference standing in for those, and keeps the marks that it earns then.
 */

/** Stand-ins for the exercises called `names`. */
export function standInsFor(workbook: Workbook, names: readonly string[]): StandIns {
  return new Map(names.map((name) => [`${name}.ts`, referenceModules(workbook, name)]));
}

/**
 * The other exercises that the submission's `name` imports, directly or through helper files, and that its reference
 * builds on, too. The reference stands in for no others: a relu worked out with our forwardMlp, while that is
 * unwritten, would earn relu's points, and a forwardMlp on top of that relu its own.
 */
export function importedExercises(workbook: Workbook, submission: Submission, name: string): readonly string[] {
  const others = otherAnswersIn(workbook, submission, name);
  if (others.length === 0) return [];
  const foundations = buildsOn(workbook, name);
  return others.filter((other) => foundations.includes(other));
}

/** The other exercises whose answers exercise `name` imports, directly or not. */
export function otherAnswersIn(workbook: Workbook, submission: Submission, name: string): readonly string[] {
  const others = workbook.exercises.map((exercise) => exercise.name).filter((other) => other !== name);
  // With stand-ins for all of them, a mistake in one cannot hide what else is imported.
  const hollow = new Map(others.map((other) => [`${other}.ts`, [{ id: `${other}.ts`, code: '', imports: {} }]]));
  const program = submission.program(name, hollow);
  if ('kind' in program) return [];
  const imported = new Set(program.modules.map(({ id }) => id));
  return others.filter((other) => imported.has(`${other}.ts`));
}

/** The other exercises that the reference of `name` builds on. */
export function buildsOn(workbook: Workbook, name: string): readonly string[] {
  const recorded = workbook.handout?.exercises[name];
  if (recorded !== undefined) return recorded.buildsOn;
  const used = new Set(referenceModules(workbook, name).map(({ id }) => id));
  return workbook.exercises
    .map((exercise) => exercise.name)
    .filter((other) => used.has(linkedId('reference', `${other}.ts`)));
}
