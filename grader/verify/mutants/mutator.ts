import ts from 'typescript';
import { type Position, positionAt } from '../../submission/compile';
import { branches } from './rules/branches';
import { calls } from './rules/calls';
import { constants } from './rules/constants';
import type { Edit, Kind, Rule } from './rules/edit';
import { indices } from './rules/indices';
import { namedImports } from './rules/mathjsImport';
import { names } from './rules/names';
import { operators } from './rules/operators';

/** A source with one change. */
export interface Mutant extends Position {
  readonly kind: Kind;
  /** What stood there, and what does now. */
  readonly code: string;
  readonly replacement: string;
  /** The whole source, changed. */
  readonly text: string;
}

const RULES: readonly Rule[] = [operators, constants, indices, calls, branches, names];

/**
 * Every mutant of a TypeScript source: one operator, constant, index, bound, condition, call, argument, spread, name or
 * statement changed. In the order of the source, each text once. Some may not parse.
 */
export function mutantsOf(source: string): readonly Mutant[] {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.ES2022, true);
  const mutants = new Map<string, Mutant>();
  for (const edit of editsOf(file)) {
    const text = apply(edit, file);
    if (text === source || mutants.has(text)) continue;
    const { kind, start, end, replacement } = edit;
    mutants.set(text, { ...positionAt(source, start), kind, code: source.slice(start, end), replacement, text });
  }
  return [...mutants.values()];
}

function editsOf(file: ts.SourceFile): readonly Edit[] {
  const edits: Edit[] = [];
  function visit(node: ts.Node): void {
    if (isErased(node)) return;
    for (const rule of RULES) edits.push(...rule(node));
    ts.forEachChild(node, visit);
  }
  visit(file);
  return edits;
}

/** What is gone, or does nothing, at run time. */
function isErased(node: ts.Node): boolean {
  return (
    ts.isTypeNode(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node)
  );
}

function apply({ start, end, replacement, needs }: Edit, file: ts.SourceFile): string {
  const { text } = file;
  const changed = replacement + text.slice(end);
  const imported = namedImports(file)?.elements;
  if (needs === undefined || imported === undefined) return text.slice(0, start) + changed;
  // Imports stand above all that uses them.
  const [last] = imported.slice(-1);
  return `${text.slice(0, last.end)}, ${needs}${text.slice(last.end, start)}${changed}`;
}
