import fs from 'node:fs';
import path from 'node:path';
import { AuthoringError } from '../authoring/authored';
import type { Chapter, Exercise } from '../authoring/exercise';
import type { Misconceptions, Variants } from '../authoring/misconceptions';
import { misconceptionsIn, type Slips } from '../authoring/slips';
import { type Handout, readHandout } from './handout';
import { loadModule } from './loadModule';
import { KIT_ROOT } from './paths';

/** A folder with `exercises`, `solutions`, `reference` and `fixtures`, and what its syllabus says. */
export interface Workbook {
  readonly root: string;
  readonly chapters: readonly Chapter[];
  readonly exercises: readonly Exercise[];
  /** What it is as a handout; missing where nothing is left out. */
  readonly handout?: Handout;
}

/**
 * Loads the syllabus of the workbook at `root`.
 *
 * @throws AuthoringError when one of its files cannot be loaded, or lists something that is not an exercise
 */
export async function loadWorkbook(root = KIT_ROOT): Promise<Workbook> {
  const { syllabus } = await loadModule(root, path.join(root, 'fixtures', 'index.ts'));
  if (!Array.isArray(syllabus)) throw new AuthoringError('fixtures/index.ts exports no list of chapters as syllabus.');
  const chapters: readonly Chapter[] = syllabus;
  for (const { id, exercises } of chapters) {
    // Names that nobody exports are undefined at run time.
    if (exercises?.every((exercise) => exercise?.checks !== undefined)) continue;
    throw new AuthoringError(
      `fixtures/index.ts: chapter "${id}" lists something that is not an exercise. Does each fixture.ts export its fixture?`,
    );
  }
  const exercises = chapters.flatMap((chapter) => chapter.exercises);
  const handout = readHandout(root);
  return handout === null ? { root, chapters, exercises } : { root, chapters, exercises, handout };
}

/** The wrong implementations that an exercise ships, each of its slips among them; none when it has no such file. */
export async function loadMisconceptions(workbook: Workbook, name: string): Promise<Misconceptions> {
  const misconceptions = (await loadBeside(workbook.root, name, 'misconceptions')) ?? {};
  const odd = Object.entries(misconceptions).find(([, one]) => !isMisconception(one));
  if (odd !== undefined)
    throw new AuthoringError(
      `fixtures/${name}/misconceptions.ts: "${odd[0]}" needs a question, which is a text, and an answer, which is a function.`,
    );
  const slips = await loadSlips(workbook, name);
  const single = slips === null ? {} : misconceptionsIn(slips);
  const twice = Object.keys(single).find((key) => Object.hasOwn(misconceptions, key));
  if (twice !== undefined)
    throw new AuthoringError(`fixtures/${name}: "${twice}" is a slip and a misconception. Rename one, or drop it.`);
  return { ...single, ...(misconceptions as Misconceptions) };
}

/** How the steps of an exercise go wrong; null when it has no such file. */
export async function loadSlips({ root }: Workbook, name: string): Promise<Slips | null> {
  const slips = await loadBeside(root, name, 'slips');
  if (slips === null) return null;
  if (typeof slips.steps === 'object' && typeof slips.answer === 'function') return slips as unknown as Slips;
  throw new AuthoringError(`fixtures/${name}/slips.ts: slips must be what slipsOf returns.`);
}

const isMisconception = (one: unknown): boolean =>
  typeof one === 'object' &&
  one !== null &&
  'question' in one &&
  typeof one.question === 'string' &&
  'answer' in one &&
  typeof one.answer === 'function';

/** The correct variants that an exercise ships; none when it has no such file. */
export async function loadVariants({ root }: Workbook, name: string): Promise<Variants> {
  const variants = (await loadBeside(root, name, 'variants')) ?? {};
  const odd = Object.entries(variants).find(([, one]) => typeof one !== 'function');
  if (odd === undefined) return variants as Variants;
  throw new AuthoringError(`fixtures/${name}/variants.ts: "${odd[0]}" is not a function.`);
}

/** The functions that calls may hand over, by name: those of `reference/functions.ts`, which not every workbook has. */
export async function loadFunctions({ root }: Workbook): Promise<Readonly<Record<string, unknown>>> {
  const file = path.join(root, 'reference', 'functions.ts');
  return fs.existsSync(file) ? loadModule(root, file) : {};
}

/** What `fixtures/<name>/<part>.ts` exports as `part`; null when there is no such file. */
async function loadBeside(root: string, name: string, part: string): Promise<Readonly<Record<string, unknown>> | null> {
  const file = path.join(root, 'fixtures', name, `${part}.ts`);
  if (!fs.existsSync(file)) return null;
  const { [part]: exported } = await loadModule(root, file);
  if (typeof exported === 'object' && exported !== null) return exported as Readonly<Record<string, unknown>>;
  throw new AuthoringError(`fixtures/${name}/${part}.ts exports nothing called ${part}.`);
}
