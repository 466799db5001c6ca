import fs from 'node:fs';
import path from 'node:path';
import { AuthoringError } from '../authoring/authored';
import type { Chapter, Exercise } from '../authoring/exercise';
import type { Misconceptions, Variants } from '../authoring/misconceptions';
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
  const { syllabus } = (await load(root, file)) as { syllabus: readonly Chapter[] };
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
  return fs.existsSync(file) ? load(root, file) : null;
}

/**
 * Imports a file of a workbook.
 *
 * @throws AuthoringError when it, or what it imports, is not there or is not TypeScript: its author can fix that
 */
async function load(root: string, file: string): Promise<Record<string, unknown>> {
  try {
    return await import(/* @vite-ignore */ file);
  } catch (error) {
    const { code, message, requireStack, diagnosticText } = error as NodeJS.ErrnoException & {
      requireStack?: readonly string[];
      diagnosticText?: string;
    };
    if (diagnosticText !== undefined) throw new AuthoringError(diagnosticText.trim());
    if (code !== 'MODULE_NOT_FOUND') throw error;
    const importer = path.relative(root, requireStack?.[0] ?? file);
    const [what] = message.split('\n');
    throw new AuthoringError(`${importer}: ${what}. Fix the path of this import, or add the file.`);
  }
}
