import ts from 'typescript';
import { positionAt } from '../../submission/compile';

/** A right answer with one thing gone, or written as in NumPy. */
export interface Damaged {
  readonly kind: 'identifier' | 'bracket' | 'argument' | 'return' | 'numpy';
  /** Where, and what happened there: `(` left out. */
  readonly line: number;
  /** The line of the other half of a bracket that is gone. */
  readonly partner: number | null;
  readonly change: string;
  readonly source: string;
}

/** Every way to damage `source` by a slip of the kind that makes an answer crash. */
export function damaged(source: string): readonly Damaged[] {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.ES2022, true);
  const found: Damaged[] = [];
  function replace(kind: Damaged['kind'], start: number, end: number, by: string): void {
    const { line } = positionAt(source, start);
    const change = `${source.slice(start, end)} -> ${by === '' ? 'nothing' : by}`;
    found.push({
      kind,
      line,
      partner: kind === 'bracket' ? partnerOf(source, start) : null,
      change,
      source: source.slice(0, start) + by + source.slice(end),
    });
  }
  function visit(node: ts.Node): void {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
    if (ts.isIdentifier(node) && isUse(node)) {
      replace('identifier', node.getStart(), node.end, '');
      if (node.text.length > 3) replace('identifier', node.getStart(), node.end, node.text.slice(0, -1));
    }
    if (ts.isReturnStatement(node) && node.expression !== undefined)
      replace('return', node.getStart(), node.expression.getStart(), '');
    if (ts.isCallExpression(node)) argumentsOf(node, replace);
    for (const [pattern, by] of NUMPY)
      if (pattern.test(node.getText()) && isWhole(node))
        replace('numpy', node.getStart(), node.end, node.getText().replace(pattern, by));
    ts.forEachChild(node, visit);
  }
  visit(file);
  for (const { index, 0: bracket } of source.matchAll(/[()[\]{}]/g))
    replace('bracket', index, index + bracket.length, '');
  return found;
}

type Replace = (kind: Damaged['kind'], start: number, end: number, by: string) => void;

function argumentsOf({ arguments: given }: ts.CallExpression, replace: Replace): void {
  for (const [i, one] of given.entries()) {
    if (i > 0) replace('argument', given[i - 1].end, one.end, '');
    else replace('argument', one.getStart(), given.length > 1 ? given[1].getStart() : one.end, '');
  }
}

function isUse({ parent, text }: ts.Identifier): boolean {
  const isName = 'name' in parent && (parent.name as ts.Node | undefined)?.getText() === text;
  return !isName || ts.isPropertyAccessExpression(parent);
}

/** How somebody who comes from NumPy would write a piece of an answer. */
const NUMPY: readonly (readonly [RegExp, string])[] = [
  [/^Math\.(exp|log|sqrt|abs)\((.*)\)$/s, 'np.$1($2)'],
  [/^Math\.(exp|log|sqrt|abs)\((.*)\)$/s, '$1($2)'],
  [/^Math\.(max|min)\(\.\.\.(\w+)\)$/, '$2.$1()'],
  [/^Math\.(max|min)\(\.\.\.(\w+)\)$/, 'Math.$1($2)'],
  [/^Math\.(max|min)\((?!\.\.\.)(.*)\)$/s, 'np.$1imum($2)'],
  [/^(\w+)\.length$/, 'len($1)'],
  [/^(\w+)\.length$/, '$1.shape[0]'],
  [/^(\w+)\.reduce\(\((\w+), (\w+)\) => \2 \+ \3(?:, 0)?\)$/, '$1.sum()'],
  [/^(\w+)\[(\w+)\]\[(\w+)\]$/, '$1[$2, $3]'],
  [/^multiply\((\w+), (\w+)\)$/, '$1 @ $2'],
  [/^multiply\((\w+), (\w+)\)$/, '$1.dot($2)'],
  [/^transpose\((\w+)\)$/, '$1.T'],
];

/** Whether a node is not the same text as the one around it. */
function isWhole(node: ts.Node): boolean {
  return ts.isExpression(node) && node.parent.getText() !== node.getText();
}

/** The line of the bracket that belongs to the one at `offset`. */
function partnerOf(source: string, offset: number): number | null {
  const open: number[] = [];
  for (const { index, 0: bracket } of source.matchAll(/[()[\]{}]/g)) {
    if ('([{'.includes(bracket)) open.push(index);
    else {
      const start = open.pop() ?? 0;
      if (start === offset) return positionAt(source, index).line;
      if (index === offset) return positionAt(source, start).line;
    }
  }
  return null;
}
