import type { Exercise } from '../authoring/exercise';
import { UserError } from '../errors';

import type { Workbook } from './workbook';

/**
 * The exercises that a person asks for, in the syllabus' order: those of the chapter, or all; of these the named
 * ones, or all.
 */
export function selectExercises(workbook: Workbook, names: readonly string[], chapter?: string): readonly Exercise[] {
  const exercises = chapter === undefined ? workbook.exercises : chapterExercises(workbook, chapter);
  for (const name of names) findExercise(exercises, name);
  return names.length === 0 ? exercises : exercises.filter(({ name }) => names.includes(name));
}

function chapterExercises({ chapters }: Workbook, id: string): readonly Exercise[] {
  const found = chapters.find((chapter) => chapter.id === id);
  if (found !== undefined) return found.exercises;
  throw new UserError(`There is no chapter "${id}". Chapters: ${chapters.map((chapter) => chapter.id).join(', ')}.`);
}

/** The exercise called `name`. */
export function findExercise(exercises: readonly Exercise[], name: string): Exercise {
  const found = exercises.find((exercise) => exercise.name === name);
  if (found !== undefined) return found;
  throw new UserError(
    `There is no exercise "${name}". Exercises: ${exercises.map((exercise) => exercise.name).join(', ')}.`,
  );
}
