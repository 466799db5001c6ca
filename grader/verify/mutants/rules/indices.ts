import ts from 'typescript';
import { type Edit, replaced } from './edit';
import { grouped } from './grouped';

/** The next place, the first, the last but one; one fewer than there are. */
export function indices(node: ts.Node): readonly Edit[] {
  if (ts.isElementAccessExpression(node)) return places(node.argumentExpression);
  if (ts.isArrayBindingPattern(node)) return [replaced('index', node, `[, ${node.getText().slice(1)}`)];
  if (ts.isPropertyAccessExpression(node) && node.name.text === 'length')
    return [replaced('bound', node, `(${node.getText()} - 1)`)];
  return [];
}

function places(index: ts.Expression): readonly Edit[] {
  if (ts.isNumericLiteral(index) || ts.isStringLiteral(index)) return [];
  return [`${grouped(index)} + 1`, '0'].map((other) => replaced('index', index, other));
}
