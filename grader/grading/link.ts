import path from 'node:path';
import ts from 'typescript';
import type { Module } from '../sandbox/protocol/messages';
import { type StandIns, Submission } from '../submission/submission';
import type { Workbook } from '../workbook/workbook';

/**
 * The file `name` of one folder, for a program of another.
 *
 * @param standIns what in turn takes the place of files that it imports
 * @param origin a word for the folder that it comes from
 * @param as the id that it gets: by default its own, so that it takes the place of the other folder's file
 */
export function link(
  source: Submission,
  name: string,
  standIns: StandIns,
  origin: string,
  as = `${name}.ts`,
): readonly Module[] {
  const program = source.program(name, standIns);
  if ('kind' in program) throw new Error(`${origin}/${program.id}: ${program.message}`);
  const rename = (id: string) => (id === program.entry ? as : id === 'mathjs' ? id : linkedId(origin, id));
  return program.modules.map(({ id, code, imports }) => ({
    id: rename(id),
    code,
    imports: Object.fromEntries(Object.entries(imports).map(([specifier, target]) => [specifier, rename(target)])),
  }));
}

/** What file `id` of the folder `origin` is called in a program of another: no file there can have that name. */
export function linkedId(origin: string, id: string): string {
  return `../${origin}/${id}`;
}

/** The module whose functions calls may hand over, as the guest knows it. */
export const FUNCTIONS = linkedId('reference', 'functions.ts');

/** Those of `reference/functions.ts`, and what they import, sealed. */
export function functionModules(workbook: Workbook): readonly Module[] {
  return sealedModules(workbook, 'functions', FUNCTIONS);
}

/** The module `reference/<name>.ts`, to stand in for a learner's file of that name, and what it imports, sealed. */
export function referenceModules(workbook: Workbook, name: string): readonly Module[] {
  return sealedModules(workbook, name, `${name}.ts`);
}

const known = new WeakMap<Workbook, Map<string, readonly Module[]>>();

/**
 * Modules of ours as the guest runs them: sealed, so that their functions' source cannot be read. Read once for each
 * workbook, as a class asks for them with each submission.
 */
function sealedModules(workbook: Workbook, name: string, as: string): readonly Module[] {
  const modules = known.get(workbook) ?? new Map<string, readonly Module[]>();
  known.set(workbook, modules);
  const before = modules.get(as);
  if (before !== undefined) return before;
  const submission = new Submission(path.join(workbook.root, 'reference'));
  const sealed = link(submission, name, new Map(), 'reference', as).map((module) => ({
    ...module,
    code: padded(module.code),
    sealed: true,
  }));
  modules.set(as, sealed);
  return sealed;
}

/**
 * V8 quotes a function in its errors (`Cannot assign to read only property 'name' of function '…'`, `… could not be
 * cloned`), whatever `toString` says: up to 128 characters, of longer ones the first 111 and the last two.
 */
const PADDING = `/*${' '.repeat(128)}*/`;

/** `code` with padding at the beginning of each function, so that no error quotes anything else of it. */
function padded(code: string): string {
  const file = ts.createSourceFile('padded.js', code, ts.ScriptTarget.ES2022, true);
  const places: number[] = [];
  function visit(node: ts.Node): void {
    const first = ts.isFunctionLike(node) || ts.isClassLike(node) ? node.getFirstToken(file) : undefined;
    if (first !== undefined) places.push(first.end);
    ts.forEachChild(node, visit);
  }
  visit(file);
  const starts = [0, ...places.sort((a, b) => a - b)];
  return starts.map((start, i) => code.slice(start, starts[i + 1])).join(PADDING);
}
