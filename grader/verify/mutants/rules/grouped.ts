import ts from 'typescript';

/** The text of an expression, in parentheses where it could fall apart beside an operator. */
export function grouped(expression: ts.Expression): string {
  const text = expression.getText();
  const stands =
    ts.isIdentifier(expression) ||
    ts.isNumericLiteral(expression) ||
    ts.isCallExpression(expression) ||
    ts.isPropertyAccessExpression(expression) ||
    ts.isElementAccessExpression(expression) ||
    ts.isParenthesizedExpression(expression) ||
    ts.isArrayLiteralExpression(expression);
  return stands ? text : `(${text})`;
}
