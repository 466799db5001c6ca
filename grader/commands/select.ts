import type { Exercise } from '../authoring/exercise';
import { UsageError } from './usage';

/** The named exercises in the syllabus' order, all of them when none is named. */
export function selectExercises(exercises: readonly Exercise[], names: readonly string[]): readonly Exercise[] {
  for (const name of names) findExercise(exercises, name);
  return names.length === 0 ? exercises : exercises.filter(({ name }) => names.includes(name));
}

/** The exercise called `name`. */
export function findExercise(exercises: readonly Exercise[], name: string): Exercise {
  const found = exercises.find((exercise) => exercise.name === name);
  if (found !== undefined) return found;
  throw new UsageError(
    `There is no exercise "${name}". Exercises: ${exercises.map((exercise) => exercise.name).join(', ')}.`,
  );
}
