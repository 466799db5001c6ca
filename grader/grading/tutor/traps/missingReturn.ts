import ts from 'typescript';
import { type Code, nameOf, quoted, type Sighting } from './code';
import { type Evidence, shows } from './evidence';
import { type Callback, callbackOf, filledBy, isPointless, lastValue, returnsNothing, returnsOf } from './functions';
import type { Rule } from './rule';

/** Where `return` is missing, or returns nothing. */

const NEEDS_VALUE = new Set(['map', 'filter', 'reduce', 'flatMap', 'from', 'find', 'findIndex', 'some', 'every']);

/** Where a return belongs: before the last value, if the function ends with one. */
function at(code: Code, made: ts.FunctionLikeDeclaration, sentence: string): Sighting {
  const value = lastValue(made);
  if (value !== null && !(filledBy(made) !== null && fills(value.expression)))
    return code.sighting(value, `${sentence}: write return before ${quoted(value.expression)}`);
  const filled = filledBy(made);
  const missing = filled === null ? 'write return inside' : `write return ${filled} at its end`;
  return code.sighting(made, `${sentence}: ${missing}`);
}

/** `Z.map((row) => A.push(row))`: there for what it does, not for what it gives. */
function fills(value: ts.Expression): boolean {
  const made = ts.isCallExpression(value) ? callbackOf(value)?.callback.body : undefined;
  if (made === undefined) return false;
  const ends = ts.isBlock(made) ? returnsOf(made).map(({ expression }) => expression) : [made];
  return ends.some((end) => end !== undefined && ts.isCallExpression(end) && /\.push$/.test(end.expression.getText()));
}

/** `rows.map((row) => { row.map(...) })`. */
export const bracesWithoutReturn: Rule = {
  id: 'braces-without-return',
  find(code, evidence) {
    if (!shows(evidence, 'undefined', 'not-finite', 'threw', 'wrong-kind', 'wrong-numbers')) return [];
    return code.all(ts.isCallExpression).flatMap((call) => {
      const found = callbackOf(call);
      if (found === null || !NEEDS_VALUE.has(found.method) || !returnsNothing(found.callback)) return [];
      if (isDropped(call)) return [];
      const labeled = labeledIn(found.callback);
      if (labeled !== null) return [code.sighting(labeled, labelSentence(labeled))];
      return [
        at(
          code,
          found.callback,
          `${ts.isArrowFunction(found.callback) ? 'With braces, an arrow' : 'A'} function returns nothing unless it says return, so ${found.method} gets undefined`,
        ),
      ];
    });
  },
};

/** `v: v / s` that is all a function does. */
function labeledIn({ body }: Callback['callback']): ts.LabeledStatement | null {
  const [only, ...others] = ts.isBlock(body) ? body.statements : [];
  return only !== undefined && others.length === 0 && ts.isLabeledStatement(only) ? only : null;
}

function labelSentence({ label, statement }: ts.LabeledStatement): string {
  const value = ts.isExpressionStatement(statement) ? `: write => ${quoted(statement.expression)}, without braces` : '';
  return `With braces, an arrow function returns nothing unless it says return, and ${label.text}: in them names no part of an object${value}`;
}

/** Whether what a call gives is not used, so that a return inside it would change nothing. */
function isDropped({ parent }: ts.CallExpression): boolean {
  if (!ts.isExpressionStatement(parent)) return false;
  const body = parent.parent;
  const made = body.parent;
  if (!ts.isBlock(body) || !ts.isFunctionLike(made)) return true;
  if (body.statements.at(-1) !== parent || body.statements.some(ts.isReturnStatement)) return true;
  // It may lack its own return, unless what that would give is not used either.
  return ts.isCallExpression(made.parent) && isDropped(made.parent);
}

/** A function with braces and no return, whose result is wanted. */
export const functionWithoutReturn: Rule = {
  id: 'function-without-return',
  find(code, evidence) {
    if (!shows(evidence, 'undefined', 'not-finite', 'threw', 'wrong-kind')) return [];
    return candidates(code)
      .filter((one) => isWanted(one, evidence))
      .map(({ name, made }) =>
        at(code, made, `${name ?? 'This function'} has braces and no return, so it gives undefined`),
      );
  },
};

/** Functions with a name of their own, and all that end with a value that is not returned. */
function candidates(code: Code): readonly Candidate[] {
  return [...code.all(ts.isFunctionDeclaration), ...code.all(ts.isArrowFunction), ...code.all(ts.isFunctionExpression)]
    .filter((made) => returnsNothing(made) && !isCallback(made) && !returnsOf(made).some(isAlone))
    .map((made) => ({ name: nameOf(made), made }));
}

interface Candidate {
  readonly name: string | null;
  readonly made: ts.FunctionLikeDeclaration;
}

/** Whether a function is handed over to a method of an array; that is another trap, or none. */
function isCallback({ parent }: ts.Node): boolean {
  return ts.isCallExpression(parent) && ts.isPropertyAccessExpression(parent.expression);
}

/**
 * Whether a function was meant to return something: the exercise's own, those whose result is used, those that end with a
 * value, and those that work something out and put it nowhere.
 */
function isWanted({ name, made }: Candidate, { exercise, wanted }: Evidence): boolean {
  if (name === null) return lastValue(made) !== null;
  return name === exercise || wanted.has(name) || lastValue(made) !== null || isPointless(made);
}

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

function statementAfter(statement: ts.ReturnStatement): ts.Statement | undefined {
  const { parent } = statement;
  return ts.isBlock(parent) ? parent.statements[parent.statements.indexOf(statement) + 1] : undefined;
}

/** Whether what should be returned stands on the next line. */
function isAlone(statement: ts.ReturnStatement): boolean {
  const next = statementAfter(statement);
  return statement.expression === undefined && next !== undefined && ts.isExpressionStatement(next);
}

/** `return` alone on its line, or with nothing to return. */
export const returnAlone: Rule = {
  id: 'return-alone',
  find(code, evidence) {
    if (!shows(evidence, 'undefined', 'not-finite', 'threw', 'wrong-kind')) return [];
    return code.all(ts.isReturnStatement).flatMap((statement) => {
      const { parent, expression } = statement;
      if (expression !== undefined || !ts.isBlock(parent)) return [];
      const next = statementAfter(statement);
      if (isAlone(statement)) {
        const sentence =
          'A return that is alone on its line returns undefined, whatever stands below it: begin the value on the same line';
        return [code.sighting(statement, sentence)];
      }
      const isEnd = next === undefined && ts.isFunctionLike(parent.parent);
      return isEnd
        ? [code.sighting(statement, 'This return has no value, so it gives undefined: write after it what to return')]
        : [];
    });
  },
};
