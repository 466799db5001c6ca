import fs from 'node:fs';
import path from 'node:path';
import type { Chapter, Exercise } from './authoring/exercise';
import type { Misconceptions, Variants } from './authoring/misconceptions';
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
  return { root, chapters: syllabus, exercises: syllabus.flatMap(({ exercises }) => exercises) };
}

/** The wrong implementations that an exercise ships; none when it has no such file. */
export async function loadMisconceptions({ root }: Workbook, name: string): Promise<Misconceptions> {
  const module = await loadBeside(root, name, 'misconceptions');
  return (module?.misconceptions as Misconceptions | undefined) ?? {};
}

/** The correct variants that an exercise ships; none when it has no such file. */
export async function loadVariants({ root }: Workbook, name: string): Promise<Variants> {
  const module = await loadBeside(root, name, 'variants');
  return (module?.variants as Variants | undefined) ?? {};
}

async function loadBeside(root: string, name: string, part: string): Promise<Record<string, unknown> | null> {
  const file = path.join(root, 'fixtures', name, `${part}.ts`);
  return fs.existsSync(file) ? await import(/* @vite-ignore */ file) : null;
}
