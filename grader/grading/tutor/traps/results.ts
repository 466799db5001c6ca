import ts from 'typescript';
import { bare, type Code, quoted } from './code';
import { declarationOf } from './declarations';
import { shows } from './evidence';
import { returnsOf } from './functions';
import type { Rule } from './rule';

/** Results of another kind than is asked for. */

/** `row.map((z) => z > 0)`. */
export const comparisonForNumber: Rule = {
  id: 'comparison-for-number',
  find(code, evidence) {
    if (!shows(evidence, 'wrong-kind')) return [];
    return code.all(ts.isCallExpression).flatMap(({ expression, arguments: [callback] }) => {
      if (callback === undefined || !ts.isArrowFunction(callback) || !/\.map$/.test(expression.getText())) return [];
      const body = bare(callback.body);
      const isComparison = ts.isBinaryExpression(body) && /^(?:[<>]=?|[!=]==?)$/.test(body.operatorToken.getText());
      if (!isComparison) return [];
      const text = quoted(body);
      return [
        code.sighting(
          body,
          `${text} is true or false, and no number: write ${text} ? ... : ... with a number for each`,
        ),
      ];
    });
  },
};

/** `return [Z.map(...)]`, or `const A = [Z.map(...)]` and `return A`. */
export const extraBrackets: Rule = {
  id: 'extra-brackets',
  find(code, evidence) {
    if (!shows(evidence, 'wrong-kind', 'wrong-numbers', 'not-finite')) return [];
    return code.own(evidence.exercise).flatMap(({ body }) =>
      (body === undefined ? [] : returnsOf(body)).flatMap(({ expression }) => {
        const list = expression === undefined ? undefined : madeAs(bare(expression));
        if (list === undefined || !ts.isArrayLiteralExpression(list) || list.elements.length !== 1) return [];
        const [only] = list.elements;
        if (code.ranks.of(only) !== 2 || holdsOther(only, code)) return [];
        return [
          code.sighting(
            list,
            `${quoted(only)} is a matrix already, and these brackets put it into another array: leave them out`,
          ),
        ];
      }),
    );
  },
};

/** Whether anything else than rows may be pushed into an array that says it is a matrix. */
function holdsOther(array: ts.Expression, code: Code): boolean {
  const pushed = code
    .all(ts.isCallExpression)
    .filter(({ expression }) => expression.getText() === `${array.getText()}.push`);
  return pushed.some((call) => call.arguments.some((one) => code.ranks.of(one) !== 1));
}

/** An expression, or what a constant that it names was made as. */
function madeAs(node: ts.Node): ts.Node | undefined {
  const declared = ts.isIdentifier(node) ? declarationOf(node) : null;
  const isConstant =
    declared !== null && ts.isVariableDeclaration(declared) && (declared.parent.flags & ts.NodeFlags.Const) !== 0;
  return isConstant ? declared.initializer && bare(declared.initializer) : node;
}

/** `return { A1, A2 }`. */
export const objectForList: Rule = {
  id: 'object-for-list',
  find(code, evidence) {
    if (!evidence.returnsList || !shows(evidence, 'wrong-kind', 'wrong-numbers', 'not-finite')) return [];
    return code.own(evidence.exercise).flatMap(({ body }) =>
      (body === undefined ? [] : returnsOf(body)).flatMap(({ expression }) => {
        const made = expression === undefined ? undefined : bare(expression);
        if (made === undefined || !ts.isObjectLiteralExpression(made)) return [];
        const names = made.properties.map(({ name }) => name?.getText());
        if (names.length < 2 || !made.properties.every(ts.isShorthandPropertyAssignment)) return [];
        return [code.sighting(made, `Braces make an object: for an array write return [${names.join(', ')}]`)];
      }),
    );
  },
};

const ARITHMETIC = /^(?:\*\*|[-+*/])$/;

/** `Math.exp ** -z`. */
export const functionAsNumber: Rule = {
  id: 'function-as-number',
  find(code, evidence) {
    if (!shows(evidence, 'not-finite', 'wrong-numbers', 'text')) return [];
    return code.all(ts.isPropertyAccessExpression).flatMap((node) => {
      const { parent, expression, name } = node;
      const isFunction = typeof (Math as unknown as Record<string, unknown>)[name.text] === 'function';
      if (expression.getText() !== 'Math' || !isFunction || !ts.isBinaryExpression(parent)) return [];
      if (!ARITHMETIC.test(parent.operatorToken.getText())) return [];
      const given = parent.left === node ? quoted(parent.right) : '...';
      return [
        code.sighting(
          node,
          `${node.getText()} is a function, and no number: call it, as in ${node.getText()}(${given})`,
        ),
      ];
    });
  },
};

/** `row.map(relu)` inside relu. */
export const callsItself: Rule = {
  id: 'calls-itself',
  find(code, evidence) {
    const { exercise } = evidence;
    if (!shows(evidence, 'threw', 'not-finite', 'wrong-numbers', 'wrong-kind')) return [];
    const own = code.own(exercise);
    return code.all(ts.isCallExpression).flatMap((call) => {
      const [given] = call.arguments;
      const isHanded = /\.map$/.test(call.expression.getText()) && given !== undefined && given.getText() === exercise;
      const isInside = own.some(({ pos, end }) => call.pos >= pos && call.end <= end);
      if (!isHanded || !isInside) return [];
      return [
        code.sighting(
          call,
          `${quoted(call)} hands ${exercise} a part of what it takes, and goes into ${exercise} again: write what becomes of one entry, as in map((z) => ...)`,
        ),
      ];
    });
  },
};
