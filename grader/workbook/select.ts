import type { Exercise } from '../authoring/exercise';
import { UserError } from '../errors';
import { closest } from '../text/closest';
import { nameIn } from './exerciseName';
import type { Workbook } from './workbook';

/**
 * The exercises that a person asks for, in the syllabus' order: those of the chapter, or all; of these the named
 * ones, or all.
 */
export function selectExercises(workbook: Workbook, names: readonly string[], chapter?: string): readonly Exercise[] {
  const exercises = chapter === undefined ? workbook.exercises : chapterExercises(workbook, chapter);
  const named = names.map((name) => findExercise(workbook.exercises, name));
  const elsewhere = named.find((exercise) => !exercises.includes(exercise));
  if (elsewhere !== undefined) throw new UserError(`${elsewhere.name} is not in chapter ${chapter}.`);
  return names.length === 0 ? exercises : exercises.filter((exercise) => named.includes(exercise));
}

function chapterExercises({ chapters }: Workbook, id: string): readonly Exercise[] {
  const found = chapters.find((chapter) => chapter.id === id);
  if (found !== undefined) return found.exercises;
  throw new UserError(`There is no chapter "${id}". Chapters: ${chapters.map((chapter) => chapter.id).join(', ')}.`);
}

/** The exercise that `typed` means: its name, in whatever case, or its file, as a shell completes it. */
export function findExercise(exercises: readonly Exercise[], typed: string): Exercise {
  const name = nameIn(typed);
  const found =
    exercises.find((exercise) => exercise.name === name) ??
    exercises.find((exercise) => exercise.name.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  const names = exercises.map((exercise) => exercise.name);
  const meant = closest(name, names);
  const advice = meant === null ? `Exercises: ${names.join(', ')}.` : `Did you mean ${meant}?`;
  throw new UserError(`There is no exercise "${typed}". ${advice}`);
}
