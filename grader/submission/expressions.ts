import ts from 'typescript';

/** An expression without the parentheses and the types around it. */
export function unwrapped(node: ts.Expression): ts.Expression {
  if (ts.isParenthesizedExpression(node) || ts.isAssertionExpression(node)) return unwrapped(node.expression);
  return ts.isNonNullExpression(node) || ts.isSatisfiesExpression(node) ? unwrapped(node.expression) : node;
}

/** Whether an expression assigns to its left side. */
export function isAssignment({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

/** Whether it assigns what it makes of what stood there: `sum += x`. */
export function isCompound(node: ts.BinaryExpression): boolean {
  return isAssignment(node) && node.operatorToken.kind !== ts.SyntaxKind.EqualsToken;
}

/** The variable that `A`, `A[i]`, `A[i].b` is, or is a part of; null for anything else. */
export function rootName(node: ts.Expression): string | null {
  const inner = unwrapped(node);
  if (ts.isIdentifier(inner)) return inner.text;
  if (ts.isPropertyAccessExpression(inner) || ts.isElementAccessExpression(inner)) return rootName(inner.expression);
  return null;
}

/** The variables that what is assigned to `node` goes into: a variable, a part of one, or a pattern. */
export function namesIn(node: ts.Node): readonly string[] {
  if (ts.isVariableDeclarationList(node)) return node.declarations.flatMap(({ name }) => namesIn(name));
  if (ts.isObjectBindingPattern(node) || ts.isArrayBindingPattern(node))
    return node.elements.flatMap((element) => (ts.isBindingElement(element) ? namesIn(element.name) : []));
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(namesIn);
  const name = ts.isIdentifier(node) || ts.isExpression(node) ? rootName(node as ts.Expression) : null;
  return name === null ? [] : [name];
}
