import ts from 'typescript';
import { type Code, quoted } from './code';
import { shows } from './evidence';
import { callbackOf } from './functions';
import type { Rule } from './rule';

/** Operators that mean something else than they seem. */

/** `x ^ 2`. */
export const caret: Rule = {
  id: 'caret-is-no-power',
  find(code, evidence) {
    if (!shows(evidence, 'wrong-numbers', 'not-finite')) return [];
    return code.all(ts.isBinaryExpression).flatMap((node) => {
      if (node.operatorToken.kind !== ts.SyntaxKind.CaretToken) return [];
      const power = node.left.getText() === 'Math.E' ? `Math.exp(${quoted(node.right)})` : asWritten(node, '**');
      return [code.sighting(node, `^ compares bits and is no power in JavaScript: write ${power}`)];
    });
  },
};

/** Both sides of an operation as they stand, with another operator between them. */
function asWritten({ left, right }: ts.BinaryExpression, operator: string): string {
  return [left, right].map((side) => side.getText().replace(/\s+/g, ' ')).join(` ${operator} `);
}

/** `if (y[i][j] = 1)`. */
export const assignedCondition: Rule = {
  id: 'assignment-as-condition',
  find: (code) =>
    code.all(ts.isBinaryExpression).flatMap((node) => {
      const { left, right, operatorToken } = node;
      const isValue = ts.isNumericLiteral(right) || ts.isIdentifier(right) || ts.isElementAccessExpression(right);
      if (operatorToken.kind !== ts.SyntaxKind.EqualsToken || !isValue || !isCondition(node)) return [];
      return [
        code.sighting(
          node,
          `A single = compares nothing, it sets ${quoted(left)} to ${quoted(right)}: write ${asWritten(node, '===')}`,
        ),
      ];
    }),
};

const ASKS = new Set(['filter', 'find', 'findIndex', 'some', 'every']);

/** Whether what is done next depends on an expression. */
function isCondition(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isArrowFunction(parent))
    return ts.isCallExpression(parent.parent) && ASKS.has(callbackOf(parent.parent)?.method ?? '');
  if (ts.isIfStatement(parent)) return parent.expression === node;
  if (ts.isConditionalExpression(parent)) return parent.condition === node;
  const isJoined = ts.isBinaryExpression(parent) && /^(?:&&|\|\|)$/.test(parent.operatorToken.getText());
  return (isJoined || ts.isParenthesizedExpression(parent)) && isCondition(parent);
}

/** `Math.max[0, z]`. */
export const squareCall: Rule = {
  id: 'square-brackets-for-call',
  find: (code) =>
    code.all(ts.isElementAccessExpression).flatMap((node) => {
      const { argumentExpression: index, expression } = node;
      const name = expression.getText();
      if (!isOfMath(expression)) return [];
      const given = index.getText().replace(/\s+/g, ' ');
      return [code.sighting(node, `${name} is called with round brackets: write ${name}(${given})`)];
    }),
};

/** `Z[i, j]`. */
export const commaIndex: Rule = {
  id: 'comma-in-index',
  find(code, evidence) {
    if (!shows(evidence, 'wrong-numbers', 'not-finite', 'threw', 'wrong-kind', 'undefined', 'text')) return [];
    return code.all(ts.isElementAccessExpression).flatMap((node) => {
      const { argumentExpression: index, expression } = node;
      if (!ts.isBinaryExpression(index) || index.operatorToken.kind !== ts.SyntaxKind.CommaToken) return [];
      if (isOfMath(expression)) return [];
      const [i, j] = [quoted(index.left), quoted(index.right)];
      const array = quoted(expression);
      return [
        code.sighting(
          node,
          `${array}[${i}, ${j}] means ${array}[${j}], as a comma only keeps what comes last: write ${array}[${i}][${j}]`,
        ),
      ];
    });
  },
};

/** `row[-1]`. */
export const negativeIndex: Rule = {
  id: 'negative-index',
  find(code, evidence) {
    if (!shows(evidence, 'not-finite', 'threw', 'undefined', 'wrong-kind', 'wrong-numbers')) return [];
    return code.all(ts.isElementAccessExpression).flatMap(({ argumentExpression: index, expression }) => {
      const isNegative =
        ts.isPrefixUnaryExpression(index) &&
        index.operator === ts.SyntaxKind.MinusToken &&
        ts.isNumericLiteral(index.operand);
      if (!isNegative) return [];
      const array = quoted(expression);
      return [
        code.sighting(
          index,
          `${array}[${quoted(index)}] is undefined, as indices begin at 0 and go up: write ${array}.at(${quoted(index)})`,
        ),
      ];
    });
  },
};

/** `for (let j = 0; j <= row.length; j++)`. */
export const oneTooFar: Rule = {
  id: 'index-past-the-end',
  find(code, evidence) {
    if (!shows(evidence, 'not-finite', 'threw', 'undefined', 'wrong-kind', 'text')) return [];
    return code.all(ts.isForStatement).flatMap(({ condition, initializer, statement }) => {
      if (condition === undefined || !ts.isBinaryExpression(condition) || initializer === undefined) return [];
      if (condition.operatorToken.kind !== ts.SyntaxKind.LessThanEqualsToken) return [];
      const length = lengthOf(condition.right, code);
      const index = condition.left.getText();
      if (length === null || !/=\s*0\b/.test(initializer.getText()) || !statement.getText().includes(`[${index}]`))
        return [];
      return [
        code.sighting(
          condition,
          `The last index is ${quoted(length)} - 1, and beyond it everything is undefined: write ${index} < ${quoted(condition.right)}`,
        ),
      ];
    });
  },
};

/** `row.length`, also by a name that it was given; null when the expression is none. */
function lengthOf(node: ts.Expression, code: Code): ts.Expression | null {
  if (ts.isPropertyAccessExpression(node) && node.name.text === 'length') return node;
  if (!ts.isIdentifier(node)) return null;
  const declared = code.all(ts.isVariableDeclaration).find(({ name }) => name.getText() === node.text);
  return declared?.initializer === undefined || ts.isIdentifier(declared.initializer)
    ? null
    : lengthOf(declared.initializer, code);
}

/** Whether an expression is a function of Math. */
function isOfMath(node: ts.Expression): boolean {
  const { text = '' } = ts.isPropertyAccessExpression(node) && node.expression.getText() === 'Math' ? node.name : {};
  return typeof (Math as unknown as Record<string, unknown>)[text] === 'function';
}
