import ts from 'typescript';
import { type Edit, replaced } from './edit';

/** A condition that is always or never met, branches the wrong way round, a statement that is missing. */
export function branches(node: ts.Node): readonly Edit[] {
  if (ts.isConditionalExpression(node)) {
    const { condition, whenTrue, whenFalse } = node;
    const swapped = `${condition.getText()} ? ${whenFalse.getText()} : ${whenTrue.getText()}`;
    return [...decided(condition), replaced('condition', node, swapped)];
  }
  if (ts.isIfStatement(node)) return [...decided(node.expression), missing(node)];
  if (ts.isWhileStatement(node) || ts.isDoStatement(node)) return [...decided(node.expression), missing(node)];
  if (ts.isForStatement(node)) return [...(node.condition === undefined ? [] : decided(node.condition)), missing(node)];
  return isRemovable(node) ? [missing(node)] : [];
}

function decided(condition: ts.Expression): readonly Edit[] {
  return ['true', 'false'].map((value) => replaced('condition', condition, value));
}

function missing(node: ts.Node): Edit {
  return replaced('statement', node, ';');
}

/** Without its declarations a program does not run at all. */
function isRemovable(node: ts.Node): boolean {
  return (
    ts.isExpressionStatement(node) ||
    ts.isForOfStatement(node) ||
    ts.isForInStatement(node) ||
    ts.isReturnStatement(node) ||
    ts.isBreakOrContinueStatement(node) ||
    ts.isThrowStatement(node)
  );
}
