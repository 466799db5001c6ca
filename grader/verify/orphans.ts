import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import type { Workbook } from '../workbook/workbook';

/** Files in the workbook's folders that belong to no exercise. */

const FIXTURE_FILES = [
  'fixture.ts',
  'misconceptions.ts',
  'slips.ts',
  'variants.ts',
  'numpy.json',
  'named.json',
  'stub.txt',
];
/** What else a workbook may keep beside its reference: NumPy's version, exact arithmetic, functions to hand over. */
const REFERENCE_EXTRAS = ['neural_network.py', 'exact.ts', 'functions.ts'];

/** Each as a sentence, by the exercise folder's name where there is one. */
export function orphanedFiles({ root, exercises }: Workbook): readonly string[] {
  const names = exercises.map(({ name }) => name);
  const orphans = [
    ...['exercises', 'solutions', 'reference'].flatMap((folder) => orphanedCode(root, folder, names)),
    ...orphanedFixtures(root, names),
  ];
  return orphans.map((file) => `${file} belongs to no exercise. Remove it, or add its exercise to fixtures/index.ts.`);
}

/** Files that no exercise file of `folder` is or imports; tests stand beside what they test. */
function orphanedCode(root: string, folder: string, names: readonly string[]): readonly string[] {
  const extras = folder === 'reference' ? REFERENCE_EXTRAS : [];
  const files = [...names.map((name) => `${name}.ts`), ...extras];
  const reached = reachedFrom(files.map((file) => path.join(root, folder, file)));
  return filesBelow(path.join(root, folder))
    .filter((file) => !reached.has(file) && !/\.test\.ts$/.test(file))
    .map((file) => shown(root, file));
}

/** Those of `files` that there are, and what they import, and so on. */
function reachedFrom(files: readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...files];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file) || !fs.existsSync(file)) continue;
    reached.add(file);
    if (file.endsWith('.ts')) waiting.push(...importsOf(file));
  }
  return reached;
}

/** Files that `file` imports by a relative path, for their types too. */
function importsOf(file: string): readonly string[] {
  const { importedFiles } = ts.preProcessFile(fs.readFileSync(file, 'utf8'), true, true);
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => `${path.resolve(path.dirname(file), fileName).replace(/\.(?:js|ts)$/, '')}.ts`);
}

function orphanedFixtures(root: string, names: readonly string[]): readonly string[] {
  const folder = path.join(root, 'fixtures');
  const expected = names.flatMap((name) => FIXTURE_FILES.map((file) => path.join(folder, name, file)));
  const reached = reachedFrom([path.join(folder, 'index.ts'), ...expected]);
  return filesBelow(folder)
    .filter((file) => !reached.has(file))
    .map((file) => shown(root, file));
}

function filesBelow(folder: string): readonly string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.name.startsWith('.') || entry.name === '__pycache__') return [];
    return entry.isDirectory() ? filesBelow(file) : [file];
  });
}

function shown(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join('/');
}
