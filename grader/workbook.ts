import fs from 'node:fs';
import path from 'node:path';
import type { Chapter, Exercise } from './authoring/exercise';

/** A folder with `exercises`, `solutions`, `reference` and `fixtures`, and what its syllabus says. */
export interface Workbook {
  readonly root: string;
  readonly chapters: readonly Chapter[];
  readonly exercises: readonly Exercise[];
}

/** The kit's own workbook. */
export const KIT_ROOT = path.dirname(__dirname);

/** Loads the syllabus of the workbook at `root`. */
export async function loadWorkbook(root = KIT_ROOT): Promise<Workbook> {
  const file = path.join(root, 'fixtures', 'index.ts');
  const { syllabus }: { syllabus: readonly Chapter[] } = await import(/* @vite-ignore */ file);
  return { root, chapters: syllabus, exercises: syllabus.flatMap(({ exercises }) => exercises) };
}

/** The folder of things remembered between runs, which git ignores. */
export function progressFolder(root = KIT_ROOT): string {
  const folder = path.join(root, '.progress');
  fs.mkdirSync(folder, { recursive: true });
  return folder;
}
