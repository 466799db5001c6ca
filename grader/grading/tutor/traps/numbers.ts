import ts from 'typescript';
import { around, quoted } from './code';
import { shows } from './evidence';
import type { Rule } from './rule';

/** A step smaller than this leaves a difference of two losses too few digits. */
const TOO_SMALL = 1e-8;

/** `h = 1e-10`, by which a difference is divided. */
export const stepTooSmall: Rule = {
  id: 'step-too-small',
  find(code, evidence) {
    if (!shows(evidence, 'wrong-numbers')) return [];
    const declared = [...code.all(ts.isParameter), ...code.all(ts.isVariableDeclaration)];
    return declared.flatMap(({ name, initializer }) => {
      if (initializer === undefined || !ts.isNumericLiteral(initializer) || Number(initializer.text) === 0) return [];
      const step = name.getText();
      const isDivisor = code
        .all(ts.isBinaryExpression)
        .some(
          ({ operatorToken, left, right }) =>
            operatorToken.kind === ts.SyntaxKind.SlashToken && names(right, step) && ts.isParenthesizedExpression(left),
        );
      if (Number(initializer.text) >= TOO_SMALL || !isDivisor) return [];
      return [
        code.sighting(
          initializer,
          `Numbers have about 16 digits, and a difference over a step of ${quoted(initializer)} keeps only a few of them: take a larger step, such as 1e-4`,
        ),
      ];
    });
  },
};

/** Whether an expression names a variable. */
function names(node: ts.Node, name: string): boolean {
  return (
    (ts.isIdentifier(node) && node.text === name) || (ts.forEachChild(node, (child) => names(child, name)) ?? false)
  );
}

/** `Math.log(a - 1)` of a probability. */
export const logBelowZero: Rule = {
  id: 'log-of-negative',
  find(code, evidence) {
    if (!shows(evidence, 'not-finite')) return [];
    return code.all(ts.isCallExpression).flatMap(({ expression, arguments: [given] }) => {
      if (expression.getText() !== 'Math.log' || given === undefined) return [];
      const less = /^(.+?) - 1(?: \+ [\d.e-]+)?$/.exec(given.getText());
      if (less === null) return [];
      const [, p] = less;
      return [
        code.sighting(
          expression,
          `${quoted(given)} is below 0 where ${p.length > 20 ? 'that' : p} is a probability, and Math.log of a negative number is NaN: is it 1 - ${p.length > 20 ? 'p' : p}?`,
        ),
      ];
    });
  },
};

/** `(loss / n).toFixed(4)`. */
export const numberAsText: Rule = {
  id: 'number-as-text',
  find(code, evidence) {
    if (!shows(evidence, 'text')) return [];
    return code.all(ts.isCallExpression).flatMap((call) => {
      const { expression } = call;
      if (!ts.isPropertyAccessExpression(expression) || !/^to(?:Fixed|Precision)$/.test(expression.name.text))
        return [];
      const before = around(call);
      const isNumber =
        ts.isPrefixUnaryExpression(before) ||
        (ts.isCallExpression(before) && /^(?:Number|parseFloat)$/.test(before.expression.getText()));
      if (isNumber) return [];
      return [
        code.sighting(
          expression.name,
          `${expression.name.text} makes a text, rounded for display: go on with the number itself, and leave its digits alone`,
        ),
      ];
    });
  },
};
