import fs from 'node:fs';
import path from 'node:path';

/** Where a submission keeps its exercise files. */
export interface ExerciseFolder {
  readonly folder: string;
  /** Its path from the submission's own folder. */
  readonly below: '' | 'exercises';
  /** Whether there are exercise files in the other place, too: the one with more of them counts. */
  readonly divided: boolean;
}

/**
 * Finds a submission's exercise files: in the folder itself, or in its `exercises/`, as in a checkout of the kit. All
 * commands and recipes find them by this, so that an appeal is graded as the class was.
 *
 * @param names of the exercises
 */
export function findExerciseFiles(folder: string, names: readonly string[]): ExerciseFolder {
  const inside = path.join(folder, 'exercises');
  const places: Pick<ExerciseFolder, 'folder' | 'below'>[] = [{ folder, below: '' }];
  if (isFolderInside(inside, folder)) places.push({ folder: inside, below: 'exercises' });
  const counted = places
    .map((place) => ({ place, count: names.filter((name) => isFile(path.join(place.folder, `${name}.ts`))).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const place = counted[0]?.place ?? places[places.length - 1];
  return { ...place, divided: counted.length > 1 };
}

function isFile(file: string): boolean {
  try {
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Whether `inside` is a folder that really lies in `folder`: a link could lead to somebody else's work. */
function isFolderInside(inside: string, folder: string): boolean {
  try {
    return fs.statSync(inside).isDirectory() && fs.realpathSync(inside).startsWith(fs.realpathSync(folder) + path.sep);
  } catch {
    return false;
  }
}
