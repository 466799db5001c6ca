import path from 'node:path';
import type { Module } from '../sandbox/messages';
import { type StandIns, Submission } from '../sandbox/program';
import type { Workbook } from '../workbook';

/**
 * Follow-through marks: an exercise may import the learner's answers to others, and their mistakes should cost marks
 * once. So it is graded again with the reference standing in for those, and keeps the marks that it earns then.
 */

/** The reference's `name` as a stand-in for the submission's file of that name. */
function standIn(workbook: Workbook, name: string): readonly Module[] {
  const modules = graft(new Submission(path.join(workbook.root, 'reference')), name, new Map(), 'reference');
  return modules.map((module) => ({ ...module, sealed: true }));
}

/**
 * The exercise `name` of one folder, to take its place in a program of another.
 *
 * @param standIns what in turn takes the place of files that it imports
 * @param origin a word for the folder that it comes from
 */
export function graft(source: Submission, name: string, standIns: StandIns, origin: string): readonly Module[] {
  const program = source.program(name, standIns);
  if ('kind' in program) throw new Error(`${origin}/${program.id}: ${program.message}`);
  // The graft takes the place of the file called as it is; what it imports must not meet the other folder's files.
  const rename = (id: string) => (id === program.entry || id === 'mathjs' ? id : `${origin}:${id}`);
  return program.modules.map(({ id, code, imports }) => ({
    id: rename(id),
    code,
    imports: Object.fromEntries(Object.entries(imports).map(([specifier, target]) => [specifier, rename(target)])),
  }));
}

/** Stand-ins for the exercises called `names`. */
export function standInsFor(workbook: Workbook, names: readonly string[]): StandIns {
  return new Map(names.map((name) => [`${name}.ts`, standIn(workbook, name)]));
}

/** The other exercises that the submission's `name` imports, directly or through helper files. */
export function importedExercises(workbook: Workbook, submission: Submission, name: string): readonly string[] {
  const others = workbook.exercises.map((exercise) => exercise.name).filter((other) => other !== name);
  // With stand-ins for all of them, a mistake in one cannot hide what else is imported.
  const hollow = new Map(others.map((other) => [`${other}.ts`, [{ id: `${other}.ts`, code: '', imports: {} }]]));
  const program = submission.program(name, hollow);
  if ('kind' in program) return [];
  const imported = new Set(program.modules.map(({ id }) => id));
  return others.filter((other) => imported.has(`${other}.ts`));
}
