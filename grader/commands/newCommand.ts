import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors';
import { fromCaller, shownPath } from '../workbook/callerPaths';
import { KIT_ROOT } from '../workbook/paths';
import { withExercise } from '../workbook/scaffold/syllabus';
import { exerciseFiles, type ImportPaths, workbookFiles } from '../workbook/scaffold/templates';
import type { SharedOptions } from './options';

const IN_KIT: ImportPaths = { authoring: '../../grader/authoring', matrix: '../reference/matrix' };
const OUTSIDE: ImportPaths = { authoring: '../../authoring', matrix: '../authoring' };

/** `new NAME`: the files of a new exercise, its place in the syllabus, and the next three steps. */
export async function newCommand(name: string, options: Pick<SharedOptions, 'workbook'>): Promise<number> {
  if (!/^[a-z][a-zA-Z0-9]*$/.test(name)) {
    throw new UserError(
      `"${name}" is not camelCase: start with a lower-case letter and use only letters and digits, as in leakyRelu.`,
    );
  }
  const root = options.workbook === undefined ? KIT_ROOT : fromCaller(options.workbook);
  const index = path.join(root, 'fixtures', 'index.ts');
  const files = new Map<string, string>();
  if (!fs.existsSync(index)) {
    for (const [file, text] of Object.entries(workbookFiles(kitFrom(root)))) files.set(path.join(root, file), text);
  }
  const paths = root === KIT_ROOT ? IN_KIT : OUTSIDE;
  for (const [file, text] of Object.entries(exerciseFiles(name, await lastChapter(root, index), paths))) {
    files.set(path.join(root, file), text);
  }
  const taken = [...files.keys()].find((file) => file !== index && !isWorkbookFile(root, file) && fs.existsSync(file));
  if (taken !== undefined)
    throw new UserError(`${shownPath(taken)} already exists: choose another name, or remove it first.`);
  const syllabus = withExercise(files.get(index) ?? fs.readFileSync(index, 'utf8'), name);
  if (syllabus === null) {
    throw new UserError(
      `${shownPath(index)} has been rearranged: add the exercise to it by hand (an import, and its place in a chapter).`,
    );
  }
  files.set(index, syllabus);
  await writeAll(root, files);
  process.stdout.write(nextSteps(name, root, options));
  return 0;
}

/** A file that every workbook has once; one that is there is kept. */
function isWorkbookFile(root: string, file: string): boolean {
  return Object.keys(workbookFiles('')).some((name) => path.join(root, name) === file);
}

/** The path from a workbook to the kit, as an import writes it. */
function kitFrom(root: string): string {
  const relative = path.relative(root, KIT_ROOT).split(path.sep).join('/');
  return relative.startsWith('.') ? relative : `./${relative}`;
}

async function lastChapter(root: string, index: string): Promise<string> {
  if (!fs.existsSync(index)) return '1';
  const { loadWorkbook } = await import('../workbook/workbook.ts');
  const { chapters } = await loadWorkbook(root);
  return chapters.at(-1)?.id ?? '1';
}

/** The syllabus is written last: until then the workbook is as it was. */
async function writeAll(root: string, files: ReadonlyMap<string, string>): Promise<void> {
  const { default: writeFileAtomic } = await import('write-file-atomic');
  const index = path.join(root, 'fixtures', 'index.ts');
  const ordered = [...files.keys()].filter((file) => file !== index).concat(index);
  for (const file of ordered) {
    if (file !== index && fs.existsSync(file)) continue;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    await writeFileAtomic(file, files.get(file) ?? '');
    process.stdout.write(`${shownPath(file)}\n`);
  }
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
