import path from 'node:path';
import type { Chapter, Exercise } from './authoring/exercise';
import { KIT_ROOT } from './paths';

/** A folder with `exercises`, `solutions`, `reference` and `fixtures`, and what its syllabus says. */
export interface Workbook {
  readonly root: string;
  readonly chapters: readonly Chapter[];
  readonly exercises: readonly Exercise[];
}

/** Loads the syllabus of the workbook at `root`. */
export async function loadWorkbook(root = KIT_ROOT): Promise<Workbook> {
  const file = path.join(root, 'fixtures', 'index.ts');
  const { syllabus }: { syllabus: readonly Chapter[] } = await import(/* @vite-ignore */ file);
  return {
    root,
    chapters: syllabus,
    exercises: syllabus.flatMap(({ exercises }) => exercises),
  };
}
