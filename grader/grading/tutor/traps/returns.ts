import ts from 'typescript';
import { around, type Code, quoted } from './code';
import { shows } from './evidence';
import type { Rule } from './rule';

/** Where `return` is missing, is lost, or comes too early. */

const NEEDS_VALUE = new Set(['map', 'filter', 'reduce', 'flatMap', 'from', 'find', 'findIndex', 'some', 'every']);

/** The function that a method of an array is handed, and the method's name; null when the call is none of that. */
function callbackOf(
  call: ts.CallExpression,
): { readonly method: string; readonly callback: ts.FunctionLikeDeclaration } | null {
  const name = ts.isPropertyAccessExpression(call.expression) ? call.expression.name.text : call.expression.getText();
  const callback = call.arguments.find((one) => ts.isArrowFunction(one) || ts.isFunctionExpression(one));
  return callback === undefined ? null : { method: name, callback: callback as ts.ArrowFunction };
}

/** The statements that leave a function with a value, not those of functions within it. */
function returnsOf(body: ts.Node): readonly ts.ReturnStatement[] {
  const found: ts.ReturnStatement[] = [];
  function visit(node: ts.Node): void {
    if (ts.isFunctionLike(node)) return;
    if (ts.isReturnStatement(node)) found.push(node);
    ts.forEachChild(node, visit);
  }
  ts.forEachChild(body, visit);
  return found;
}

/** `rows.map((row) => { row.map(...) })`. */
export const bracesWithoutReturn: Rule = {
  id: 'braces-without-return',
  find(code, evidence) {
    if (!shows(evidence, 'undefined', 'not-finite', 'threw', 'wrong-kind', 'wrong-numbers')) return [];
    return code.all(ts.isCallExpression).flatMap((call) => {
      const found = callbackOf(call);
      if (found === null || !NEEDS_VALUE.has(found.method)) return [];
      const { body } = found.callback;
      if (body === undefined || !ts.isBlock(body) || returnsOf(body).some(({ expression }) => expression !== undefined))
        return [];
      // What throws returns nothing either.
      if (body.statements.some(ts.isThrowStatement)) return [];
      return [
        code.sighting(
          found.callback,
          `With braces, an arrow function returns nothing unless it says return, so ${found.method} gets undefined: write return inside, or leave the braces out`,
        ),
      ];
    });
  },
};

/** `if (z > 0) return z;`, and nothing after it. */
export const pathWithoutReturn: Rule = {
  id: 'path-without-return',
  find(code, evidence) {
    if (!shows(evidence, 'undefined', 'not-finite')) return [];
    return code.all(ts.isIfStatement).flatMap((statement) => {
      const { parent, elseStatement, thenStatement, expression } = statement;
      const isLast = ts.isBlock(parent) && ts.isFunctionLike(parent.parent) && parent.statements.at(-1) === statement;
      if (!isLast || elseStatement !== undefined) return [];
      const returns = ts.isReturnStatement(thenStatement) ? [thenStatement] : returnsOf(thenStatement);
      if (!returns.some((one) => one.expression !== undefined)) return [];
      return [
        code.sighting(
          statement,
          `Unless ${quoted(expression)}, this function comes to its end without a return and gives undefined: write what to return then`,
        ),
      ];
    });
  },
};

/** A function of one's own with braces and no return, whose result is used. */
export const functionWithoutReturn: Rule = {
  id: 'function-without-return',
  find(code, evidence) {
    if (!shows(evidence, 'undefined', 'not-finite', 'threw', 'wrong-kind')) return [];
    return code.all(ts.isVariableDeclaration).flatMap(({ name, initializer }) => {
      if (initializer === undefined || !ts.isArrowFunction(initializer) || !ts.isBlock(initializer.body)) return [];
      if (
        returnsOf(initializer.body).some(({ expression }) => expression !== undefined) ||
        name.getText() === evidence.exercise
      )
        return [];
      const isUsed = code
        .all(ts.isCallExpression)
        .some(({ expression, parent }) => expression.getText() === name.getText() && !ts.isExpressionStatement(parent));
      if (!isUsed) return [];
      return [
        code.sighting(
          initializer,
          `${name.getText()} has braces and no return, so that it gives undefined: write return inside`,
        ),
      ];
    });
  },
};

/** `return` alone on its line. */
export const returnAlone: Rule = {
  id: 'return-alone',
  find(code, evidence) {
    if (!shows(evidence, 'undefined', 'not-finite', 'threw', 'wrong-kind')) return [];
    return code.all(ts.isReturnStatement).flatMap((statement) => {
      const { parent, expression } = statement;
      if (expression !== undefined || !ts.isBlock(parent)) return [];
      const next = parent.statements[parent.statements.indexOf(statement) + 1];
      if (next === undefined || !ts.isExpressionStatement(next)) return [];
      return [
        code.sighting(
          statement,
          'A return that is alone on its line returns undefined, whatever stands below it: begin the value on the same line',
        ),
      ];
    });
  },
};

/** `return` of forEach, and from within it. */
export const forEachReturn: Rule = {
  id: 'for-each-returns-nothing',
  find(code, evidence) {
    if (!shows(evidence, 'undefined', 'not-finite', 'threw', 'wrong-kind', 'wrong-numbers')) return [];
    return code.all(ts.isCallExpression).flatMap((call) => {
      const found = callbackOf(call);
      if (found === null || found.method !== 'forEach') return [];
      if (isValue(around(call)))
        return [
          code.sighting(
            call,
            'forEach returns undefined, whatever happens inside: write map where you want the results',
          ),
        ];
      const inner = found.callback.body === undefined ? [] : returnsOf(found.callback.body);
      const lost = inner.find(({ expression }) => expression !== undefined);
      return lost === undefined || inPlace(code, found.callback)
        ? []
        : [
            code.sighting(
              lost,
              `This return only leaves the function inside forEach, and ${quoted(lost.expression as ts.Expression)} is lost: write map, or a for loop`,
            ),
          ];
    });
  },
};

/** Whether what a node holds is used. */
function isValue(parent: ts.Node): boolean {
  return (
    ts.isReturnStatement(parent) ||
    ts.isVariableDeclaration(parent) ||
    ts.isBinaryExpression(parent) ||
    ts.isPropertyAccessExpression(parent) ||
    (ts.isArrowFunction(parent) && !isForEachCallback(parent))
  );
}

function isForEachCallback({ parent }: ts.ArrowFunction): boolean {
  return ts.isCallExpression(parent) && callbackOf(parent)?.method === 'forEach';
}

/** Whether a callback also sets something, so that what it returns may not matter. */
function inPlace(_: Code, callback: ts.FunctionLikeDeclaration): boolean {
  return /[^=!<>]=(?![=>])|\.push\(/.test(callback.body?.getText() ?? '');
}

/** A loop that is left in its first round. */
export const returnInLoop: Rule = {
  id: 'return-in-loop',
  find(code, evidence) {
    if (!shows(evidence, 'wrong-numbers', 'wrong-kind', 'undefined', 'not-finite')) return [];
    return code.all(ts.isReturnStatement).flatMap((statement) => {
      const loop = loopAround(statement);
      if (loop === null || statement.expression === undefined) return [];
      return [
        code.sighting(
          statement,
          `This return ends the whole function in the first round of the loop on line ${code.lineOf(loop)}: write it after the loop's closing brace`,
        ),
      ];
    });
  },
};

/** The loop whose every round ends with the statement; null when there is none. */
function loopAround(statement: ts.ReturnStatement): ts.Node | null {
  const { parent } = statement;
  const loop = ts.isBlock(parent) ? parent.parent : parent;
  return ts.isForStatement(loop) || ts.isForOfStatement(loop) || ts.isForInStatement(loop) || ts.isWhileStatement(loop)
    ? loop
    : null;
}
