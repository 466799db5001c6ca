import fs from 'node:fs';
import path from 'node:path';
import { KIT_ROOT } from '../workbook/paths';
import type { Workbook } from '../workbook/workbook';
import { fileImports, specifierFrom, withImports } from './imports';

/** What a handout takes over from a workbook as it is written: the fixtures of some exercises, and what they import. */
export interface FixtureFiles {
  /** By path inside the workbook. */
  readonly files: ReadonlyMap<string, string>;
  /** The modules of `reference/` that these import, which must not be taken over: all but the functions that calls hand over. */
  readonly references: readonly string[];
}

/** The module of `reference/` that holds no answer, but the type of all of them. */
const MATRIX = path.join(KIT_ROOT, 'reference/matrix.ts');
/** The functions that calls hand over. They are made of answers, and hold none. */
export const functionsFile = (root: string) => path.join(root, 'reference/functions.ts');
const GRADER = path.join(KIT_ROOT, 'grader') + path.sep;

/** Whether a file is the kit's, which has its place in every handout. */
const isKits = (file: string) => file === MATRIX || file.startsWith(GRADER);

/** The fixtures of the exercises called `names`, and what they import. */
export function fixtureFiles({ root }: Workbook, names: readonly string[]): FixtureFiles {
  const files = new Map<string, string>();
  const references = new Set<string>();
  const waiting = names.map((name) => path.join(root, 'fixtures', name, 'fixture.ts'));
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const inside = path.relative(root, file).split(path.sep).join('/');
    if (files.has(inside)) continue;
    const text = fs.readFileSync(file, 'utf8');
    files.set(inside, text);
    for (const { target } of fileImports(file, text)) {
      const module = referenceModule(root, target);
      if (module !== null && target !== functionsFile(root)) references.add(module);
      else if (!isKits(target)) waiting.push(target);
    }
  }
  return { files: new Map([...files].sort()), references: [...references].sort() };
}

/** The name of the module of `reference/` that a file is; null where it is none, or holds no answer. */
function referenceModule(root: string, file: string): string | null {
  const inside = path.relative(path.join(root, 'reference'), file);
  if (isKits(file) || inside.startsWith('..') || path.isAbsolute(inside)) return null;
  return inside.split(path.sep).join('/').replace(/\.ts$/, '');
}

/** The text of a file of a workbook, with full paths to the kit: it may lie anywhere. */
export function detached(root: string, inside: string, text: string): string {
  return withImports(path.join(root, inside), text, ({ target }) =>
    isKits(target)
      ? target
          .replace(/(?:\/index)?\.ts$/, '')
          .split(path.sep)
          .join('/')
      : null,
  );
}

/** The text of a file of a workbook, for a handout, where the kit and the workbook are in one folder. */
export function joined(root: string, inside: string, text: string): string {
  if (root === KIT_ROOT) return text;
  return withImports(path.join(root, inside), text, ({ target }) =>
    isKits(target) ? specifierFrom(path.join(KIT_ROOT, inside), target) : null,
  );
}

/** The syllabus of a handout: the chapters of the workbook, with the exercises called `names`. */
export function syllabusText({ chapters }: Workbook, names: readonly string[], authoring: string): string {
  const kept = chapters
    .map(({ id, title, exercises }) => {
      const own = exercises.map(({ name }) => name).filter((name) => names.includes(name));
      return { id, title, own };
    })
    .filter(({ own }) => own.length > 0);
  const imports = kept
    .flatMap(({ own }) => own)
    .map((name) => `import { fixture as ${name} } from './${name}/fixture';\n`);
  const entries = kept.map(
    ({ id, title, own }) =>
      `  {\n    id: ${JSON.stringify(id)},\n    title: ${JSON.stringify(title)},\n    exercises: [${own.join(', ')}],\n  },\n`,
  );
  return `import type { Chapter } from '${authoring}';\n${imports.join('')}
/** The syllabus: the exercises in the order in which they are solved, by chapter. */
export const syllabus: readonly Chapter[] = [\n${entries.join('')}];\n`;
}
