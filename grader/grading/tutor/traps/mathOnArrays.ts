import ts from 'typescript';
import { bare, type Code, quoted, type Sighting } from './code';
import { declarationOf } from './declarations';
import { shows } from './evidence';
import type { Rule } from './rule';

/** Functions of Math, which take single numbers. */

/** `Math.exp(row)`, `Math.max(row)`, `Math.max(...Z)`. */
export const mathOnArray: Rule = {
  id: 'math-of-array',
  find(code, evidence) {
    if (!shows(evidence, 'not-finite', 'wrong-numbers', 'wrong-kind', 'threw')) return [];
    return code.all(ts.isCallExpression).flatMap((call) => {
      const name = call.expression.getText();
      // Of arguments that are set by name nothing can be written anew.
      const isNamed = call.arguments.some(
        (one) => ts.isBinaryExpression(one) && one.operatorToken.kind === ts.SyntaxKind.EqualsToken,
      );
      return /^Math\.\w+$/.test(name) && !isNamed ? ofArrays(name, call, code) : [];
    });
  },
};

function ofArrays(name: string, call: ts.CallExpression, code: Code): Sighting[] {
  for (const given of call.arguments) {
    const array = withoutSign(ts.isSpreadElement(given) ? given.expression : given);
    const rank = code.ranks.of(array) ?? 0;
    if (rank < (ts.isSpreadElement(given) ? 2 : 1)) continue;
    const is = ts.isSpreadElement(given)
      ? `${name}(...${quoted(array)}) hands over rows and not numbers`
      : `${name} takes numbers, and ${quoted(array)} is an array`;
    return [code.sighting(call, `${is}: write ${insteadOf(name, array, call, code)}`)];
  }
  return [];
}

/** `Z` in `-Z`. */
function withoutSign(node: ts.Expression): ts.Expression {
  return ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken ? node.operand : node;
}

/** Functions of any number of numbers. */
const OF_MANY = /^Math\.(?:max|min|hypot)$/;

/** The same of a row, or of each entry. */
function insteadOf(name: string, array: ts.Expression, call: ts.CallExpression, code: Code): string {
  const [only] = call.arguments;
  const isMatrix = code.ranks.of(array) === 2;
  const text = quoted(array);
  if (call.arguments.length === 1 && OF_MANY.test(name))
    return isMatrix ? `${name}(...row) for each row, inside ${text}.map((row) => ...)` : `${name}(...${quoted(only)})`;
  const entry = text === 'z' ? 'v' : 'z';
  const each = `map((${entry}) => ${ofEntry(call, array, entry, code)})`;
  return isMatrix ? `${text}.map((row) => row.${each})` : `${text}.${each}`;
}

/** Characters of an expression that is written anew. */
const MAX_WHOLE = 60;

/** What is worked out with an array, from one entry of it: `1 / (1 + Math.exp(-z))`. */
function ofEntry(call: ts.CallExpression, array: ts.Expression, entry: string, code: Code): string {
  const name = array.getText();
  const isName = ts.isIdentifier(array);
  const rewritten = (node: ts.Node) => {
    const text = node.getText().replace(/\s+/g, ' ');
    return isName ? text.replace(new RegExp(`\\b${name}\\b`, 'g'), entry) : text.split(name).join(entry);
  };
  const whole = wholeOf(call);
  // An entry of it, or its length, is something else.
  const isPlain = !new RegExp(`(?<![\\w.])${entry}\\s*[.[]`).test(rewritten(whole));
  const hasOthers = code
    .all(ts.isIdentifier)
    .some(
      (one) => isInside(one, whole) && one.text !== name && declarationOf(one) !== null && code.ranks.of(one) !== 0,
    );
  return isName && isPlain && !hasOthers && rewritten(whole).length <= MAX_WHOLE ? rewritten(whole) : rewritten(call);
}

const isInside = (node: ts.Node, outer: ts.Node) => node.pos >= outer.pos && node.end <= outer.end;

const ARITHMETIC = new Set(['+', '-', '*', '/', '**']);

/** All the arithmetic that an expression is part of. */
function wholeOf(node: ts.Expression): ts.Expression {
  const { parent } = node;
  const isPart =
    ts.isParenthesizedExpression(parent) ||
    ts.isPrefixUnaryExpression(parent) ||
    (ts.isBinaryExpression(parent) && ARITHMETIC.has(parent.operatorToken.getText()));
  return isPart ? wholeOf(parent) : (bare(node) as ts.Expression);
}

/** `Math.max.apply(row)`: what comes first there is no argument. */
export const mathApplied: Rule = {
  id: 'math-applied',
  find(code, evidence) {
    if (!shows(evidence, 'not-finite', 'wrong-numbers')) return [];
    return code.all(ts.isCallExpression).flatMap((call) => {
      const found = /^(Math\.\w+)\.(?:apply|call)$/.exec(call.expression.getText());
      const [only, ...others] = call.arguments;
      if (found === null || only === undefined || others.length > 0 || !code.ranks.isArray(only)) return [];
      const [, name] = found;
      return [code.sighting(call, `${quoted(call)} hands ${name} no numbers: write ${name}(...${quoted(only)})`)];
    });
  },
};

/** `Math.max(0 - z)`: nothing to choose from. */
export const nothingToChoose: Rule = {
  id: 'nothing-to-choose',
  find(code, evidence) {
    if (!shows(evidence, 'wrong-numbers', 'not-finite')) return [];
    return code.all(ts.isCallExpression).flatMap((call) => {
      const [only, ...others] = call.arguments;
      const name = call.expression.getText();
      if (!/^Math\.(?:max|min)$/.test(name) || only === undefined || others.length > 0) return [];
      const isNumber =
        code.ranks.of(only) === 0 || (ts.isBinaryExpression(only) && ARITHMETIC.has(only.operatorToken.getText()));
      if (ts.isSpreadElement(only) || !isNumber || holdsArray(only, code)) return [];
      const sentence = `${name} gets a single number here, ${quoted(only)}, and gives it back: write a comma between the numbers to choose from`;
      return [code.sighting(call, sentence)];
    });
  },
};

function holdsArray(node: ts.Expression, code: Code): boolean {
  return ts.isBinaryExpression(node)
    ? holdsArray(node.left, code) || holdsArray(node.right, code)
    : code.ranks.isArray(node);
}

/** Functions that look at more arguments than a callback should hand over. */
const GREEDY = new Set(['Math.max', 'Math.min', 'Math.hypot']);

/** `row.reduce(Math.max)`. */
export const greedyCallback: Rule = {
  id: 'callback-gets-more',
  find(code, evidence) {
    if (!shows(evidence, 'not-finite', 'wrong-numbers', 'wrong-kind')) return [];
    return code.all(ts.isCallExpression).flatMap(({ expression, arguments: [callback] }) => {
      const name = callback === undefined ? '' : bare(callback).getText();
      if (!ts.isPropertyAccessExpression(expression) || !GREEDY.has(name)) return [];
      const method = expression.name.text;
      if (method !== 'map' && method !== 'reduce') return [];
      const each = `map((z) => ${name}(0, z))`;
      const ofRows = code.ranks.of(expression.expression) === 2 ? `map((row) => row.${each})` : each;
      const sentence =
        method === 'map'
          ? `map hands ${name} the index and the whole array as well, and not one number alone: write ${ofRows}`
          : `reduce(${name}) is NaN: reduce hands over the index and the whole array as well, so write reduce((a, b) => ${name}(a, b))`;
      return [code.sighting(expression.name, sentence)];
    });
  },
};
