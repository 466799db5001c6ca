import ts from 'typescript';
import { isAssignment, isCompound } from './expressions';

/** Which parts of a source are recorded, and as what. */

/** Objects that only hold functions: their values say nothing. */
const NAMESPACE =
  /^(?:Math|Number|Array|Object|JSON|String|Boolean|Symbol|Reflect|Map|Set|Date|Promise|\w+Array|undefined|globalThis|console)$/;

export function isErased(node: ts.Node): boolean {
  return (
    ts.isTypeNode(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isImportDeclaration(node) ||
    ts.isImportEqualsDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isHeritageClause(node) ||
    ts.isDecorator(node) ||
    ts.isComputedPropertyName(node) ||
    (ts.canHaveModifiers(node) &&
      ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword) === true)
  );
}

/** Whether an identifier that is a child of `node` is read there, and no name. */
export function isOperand(node: ts.Node, child: ts.Identifier): boolean {
  if (ts.isExportAssignment(node) || ts.isThrowStatement(node) || ts.isSwitchStatement(node)) return true;
  if (ts.isCaseClause(node) || ts.isForStatement(node)) return true;
  return ts.isPropertyDeclaration(node) && node.initializer === child;
}

export function isRecorded(node: ts.Expression): boolean {
  if (ts.isIdentifier(node)) return !NAMESPACE.test(node.text);
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    return kind !== ts.SyntaxKind.CommaToken && (!isAssignment(node) || isCompound(node));
  }
  if (ts.isPrefixUnaryExpression(node)) return !isCounting(node) && !ts.isNumericLiteral(node.operand);
  if (ts.isPropertyAccessExpression(node)) return !ts.isIdentifier(node.expression) || isRecorded(node.expression);
  return (
    ts.isCallExpression(node) ||
    ts.isNewExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isConditionalExpression(node) ||
    ts.isArrayLiteralExpression(node) ||
    ts.isObjectLiteralExpression(node) ||
    ts.isTaggedTemplateExpression(node) ||
    ts.isAwaitExpression(node)
  );
}

export function isLiteral(node: ts.Expression): boolean {
  if (ts.isPrefixUnaryExpression(node)) return ts.isNumericLiteral(node.operand);
  return (
    ts.isNumericLiteral(node) || node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword
  );
}

export function isCounting(node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression): boolean {
  return node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken;
}

export function isRead(node: ts.Expression): boolean {
  return ts.isIdentifier(node) || ts.isElementAccessExpression(node) || ts.isPropertyAccessExpression(node);
}

export function functionName(node: ts.SignatureDeclaration): string | null {
  if (node.name !== undefined && ts.isIdentifier(node.name)) return node.name.text;
  const { parent } = node;
  return ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) ? parent.name.text : null;
}

/** What an expression does with its parts, in a word. */
export function doing(node: ts.Expression): string {
  if (ts.isBinaryExpression(node)) return node.operatorToken.getText();
  if (ts.isPrefixUnaryExpression(node)) return `unary ${ts.tokenToString(node.operator)}`;
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
    const { expression } = node;
    return ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText().slice(0, 40);
  }
  if (ts.isPropertyAccessExpression(node)) return `.${node.name.text}`;
  return ts.SyntaxKind[node.kind];
}
