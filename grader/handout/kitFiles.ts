import fs from 'node:fs';
import path from 'node:path';
import { KIT_ROOT } from '../workbook/paths';

/** The part of the kit that a handout holds: all that grades, asks and shows, and nothing that proves or makes exercises. */

/** What stays behind of `grader/`, as the beginnings of paths. */
const LEFT_OUT: readonly string[] = [
  'class/',
  'demo/train.ts',
  'handout/',
  'importRules.jsonc',
  'sandbox/selftest/',
  'test/',
  'verify/',
  ...['class', 'handout', 'mutants', 'new', 'numpy', 'sandbox', 'verify'].map((name) => `commands/${name}Command.ts`),
];

/** Taken over as they are, beside `grader/`. */
const BESIDE: readonly string[] = [
  'reference/matrix.ts',
  'vitest.config.ts',
  'LICENSE',
  '.editorconfig',
  '.gitattributes',
  '.gitignore',
  '.vscode/tasks.json',
];

/** The files, by path. */
export function kitFiles(): ReadonlyMap<string, string> {
  const grader = fs
    .readdirSync(path.join(KIT_ROOT, 'grader'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => slashed(path.relative(path.join(KIT_ROOT, 'grader'), path.join(entry.parentPath, entry.name))))
    .filter((file) => !file.endsWith('.test.ts') && !LEFT_OUT.some((start) => file.startsWith(start)))
    .map((file) => `grader/${file}`);
  return new Map([...grader, ...BESIDE].sort().map((file) => [file, read(file)]));
}

const read = (file: string) => fs.readFileSync(path.join(KIT_ROOT, file), 'utf8');
const slashed = (file: string) => file.split(path.sep).join('/');

/** Of the packages called `names`, those that the kit imports somewhere, and that none of `files` mentions. */
export function packagesLeftOut(files: ReadonlyMap<string, string>, names: readonly string[]): readonly string[] {
  const mentioned = (texts: Iterable<string>, name: string) =>
    [...texts].some((text) => text.includes(`'${name}'`) || text.includes(`'${name}/`));
  const whole = fs
    .readdirSync(path.join(KIT_ROOT, 'grader'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => read(path.join('grader', file)));
  return names.filter((name) => mentioned(whole, name) && !mentioned(files.values(), name));
}

/** Settings of the editor and of what runs TypeScript, as a handout has them. */
export function settings(): ReadonlyMap<string, string> {
  const { include, exclude: _, ...tsconfig } = JSON.parse(read('tsconfig.json'));
  const kept = (include as readonly string[]).filter((folder) => folder !== 'solutions');
  const vscode = JSON.parse(read('.vscode/settings.json'));
  delete vscode['[typescript]'];
  const container = JSON.parse(read('.devcontainer/devcontainer.json'));
  const extensions = ['vitest.explorer'];
  return new Map([
    ['tsconfig.json', json({ ...tsconfig, include: kept })],
    ['.vscode/settings.json', json(vscode)],
    ['.vscode/extensions.json', json({ recommendations: extensions })],
    ['.devcontainer/devcontainer.json', json({ ...container, customizations: { vscode: { extensions } } })],
  ]);
}

export const json = (data: unknown) => `${JSON.stringify(data, null, 2)}\n`;
