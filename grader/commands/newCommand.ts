import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors';
import { TrueNames } from '../submission/trueNames';
import { fromCaller, shownPath } from '../workbook/callerPaths';
import { asCamelCase, nameIn, nameProblem } from '../workbook/exerciseName';
import { trueFolder, writeAll } from '../workbook/files';
import { KIT_ROOT } from '../workbook/paths';
import { withExercise } from '../workbook/scaffold/syllabus';
import { exerciseFiles, type ImportPaths, workbookFiles } from '../workbook/scaffold/templates';
import type { SharedOptions } from './sharedOptions';

const IN_KIT: ImportPaths = { authoring: '../../grader/authoring', matrix: '../reference/matrix' };
const OUTSIDE: ImportPaths = { authoring: '../../authoring', matrix: '../authoring' };
const SYLLABUS = 'fixtures/index.ts';

/** `new NAME`: the files of a new exercise, its place in the syllabus, and the next three steps. */
export async function newCommand(typed: string, options: Pick<SharedOptions, 'workbook'>): Promise<number> {
  const name = nameIn(typed);
  const problem = nameProblem(name);
  if (problem !== null) {
    const meant = asCamelCase(name);
    throw new UserError(`"${name}" ${problem}.${meant === null || meant === name ? '' : ` Did you mean ${meant}?`}`);
  }
  const root = options.workbook === undefined ? KIT_ROOT : trueFolder(fromCaller(options.workbook));
  const files = await newFiles(root, name);
  await writeAll(new Map([...files].map(([file, text]) => [path.join(root, file), text])));
  for (const file of files.keys()) process.stdout.write(`${shownPath(path.join(root, file))}\n`);
  process.stdout.write(nextSteps(name, root, options));
  return 0;
}

/**
 * What to write into the workbook at `root`, by path: the files of exercise `name`, those of a workbook that are not
 * there yet, and the syllabus last: until then the workbook is as it was.
 */
async function newFiles(root: string, name: string): Promise<ReadonlyMap<string, string>> {
  const isNew = !fs.existsSync(path.join(root, SYLLABUS));
  const workbook = isNew ? workbookFiles(kitFrom(root)) : {};
  const paths = root === KIT_ROOT ? IN_KIT : OUTSIDE;
  const exercise = exerciseFiles(name, isNew ? '1' : await lastChapter(root), paths);
  // Windows and macOS take two names for one that differ only in the case of letters.
  const names = new TrueNames(root);
  const [taken] = Object.keys(exercise).flatMap((file) => names.ignoringCase(file) ?? []);
  if (taken !== undefined)
    throw new UserError(
      `${shownPath(path.join(root, taken))} already exists: choose another name, or remove it first.`,
    );
  const before = workbook[SYLLABUS] ?? fs.readFileSync(path.join(root, SYLLABUS), 'utf8');
  const syllabus = withExercise(before.replaceAll('\r\n', '\n'), name);
  if (syllabus === null)
    throw new UserError(
      `${shownPath(path.join(root, SYLLABUS))} has been rearranged: add the exercise to it by hand (an import, and its place in a chapter).`,
    );
  const missing = Object.entries(workbook).filter(([file]) => file !== SYLLABUS && !names.has(file));
  // A copy of the kit may have the line ends of Windows throughout.
  const lineEnd = before.includes('\r\n') ? '\r\n' : '\n';
  const files = [...missing, ...Object.entries(exercise), [SYLLABUS, syllabus]];
  return new Map(files.map(([file, text]) => [file, text.replaceAll('\n', lineEnd)]));
}

/** The path from a workbook to the kit, as an import writes it; a full one where the kit is on another drive. */
export function kitFrom(root: string, kit = KIT_ROOT, { relative, isAbsolute, sep }: path.PlatformPath = path): string {
  const way = relative(root, kit);
  const written = way.startsWith('.') || isAbsolute(way) ? way : `./${way}`;
  return written.split(sep).join('/');
}

async function lastChapter(root: string): Promise<string> {
  const { loadWorkbook } = await import('../workbook/workbook.ts');
  const { chapters } = await loadWorkbook(root);
  return chapters.at(-1)?.id ?? '1';
}

function nextSteps(name: string, root: string, { workbook }: Pick<SharedOptions, 'workbook'>): string {
  const shown = (file: string) => shownPath(path.join(root, file));
  const more = workbook === undefined ? '' : ` --workbook ${workbook}`;
  return `
Next:
1. Write the contract in ${shown(`exercises/${name}.ts`)}, and the function in
   ${shown(`reference/${name}.ts`)} and ${shown(`solutions/${name}.ts`)}.
2. Choose cases, checks and hints in ${shown(`fixtures/${name}/fixture.ts`)}.
3. Run: npm run verify -- ${name}${more}
   It says what is missing, one thing at a time. docs/authoring.md shows every step.
`;
}
