import ts from 'typescript';
import { type Edit, replaced } from './edit';

/** Constants by name, and what they may be mistaken for. */
const NAMED: Readonly<Record<string, string>> = {
  'Math.E': 'Math.PI',
  'Math.PI': '3.14',
  'Math.LN2': 'Math.LN10',
  'Number.POSITIVE_INFINITY': '0',
  'Number.NEGATIVE_INFINITY': '0',
  Infinity: '0',
};

/** Another number, no text, the other truth. */
export function constants(node: ts.Node): readonly Edit[] {
  if (ts.isNumericLiteral(node)) return isName(node) ? [] : numbers(node);
  if (ts.isStringLiteral(node)) return isName(node) || node.text === '' ? [] : [replaced('constant', node, "''")];
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [replaced('constant', node, 'false')];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [replaced('constant', node, 'true')];
  const named = ts.isPropertyAccessExpression(node) || ts.isIdentifier(node) ? node.getText() : '';
  return Object.hasOwn(NAMED, named) ? [replaced('constant', node, NAMED[named])] : [];
}

/** One more, nothing, the other sign. */
function numbers(node: ts.NumericLiteral): readonly Edit[] {
  const n = Number(node.text);
  return [...new Set([n + 1, 0, -n])]
    .filter((other) => other !== n)
    .map((other) => replaced('constant', node, other < 0 ? `(${other})` : String(other)));
}

/** Whether the literal is a property's name or the path of an import. */
function isName({ parent }: ts.Node): boolean {
  return (
    ts.isPropertyAssignment(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isBindingElement(parent) ||
    ts.isImportDeclaration(parent)
  );
}
