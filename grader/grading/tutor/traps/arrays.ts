import ts from 'typescript';
import { closest } from '../../../text/closest';
import { bare, type Code, quoted, type Sighting } from './code';
import { shows } from './evidence';
import type { Rule } from './rule';

/** Arithmetic on whole arrays, which NumPy has and JavaScript has not. */

const ARITHMETIC: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.AsteriskToken, '*'],
  [ts.SyntaxKind.SlashToken, '/'],
  [ts.SyntaxKind.MinusToken, '-'],
  [ts.SyntaxKind.AsteriskAsteriskToken, '**'],
  [ts.SyntaxKind.PlusToken, '+'],
  [ts.SyntaxKind.PlusEqualsToken, '+='],
  [ts.SyntaxKind.MinusEqualsToken, '-='],
  [ts.SyntaxKind.SlashEqualsToken, '/='],
  [ts.SyntaxKind.AsteriskEqualsToken, '*='],
]);

/** `y[i] === 1`, where `y[i]` is a row. */
export const arrayCompared: Rule = {
  id: 'array-compared',
  find(code, evidence) {
    if (!shows(evidence, 'not-finite', 'wrong-numbers', 'wrong-kind', 'undefined', 'threw')) return [];
    return code.all(ts.isBinaryExpression).flatMap((node) => {
      const { left, right, operatorToken } = node;
      const isStrict = /^[=!]==$/.test(operatorToken.getText());
      const array = [left, right].find((side) => code.ranks.isArray(side));
      const other = array === left ? right : left;
      if (!isStrict || array === undefined || !ts.isNumericLiteral(other)) return [];
      return [
        code.sighting(
          node,
          `${quoted(array)} is an array, which is never === to a number, whatever it holds: compare an entry of it, such as ${quoted(array)}[0]`,
        ),
      ];
    });
  },
};

export const arrayArithmetic: Rule = {
  id: 'array-arithmetic',
  find(code, evidence) {
    const isOdd = shows(evidence, 'not-finite', 'text', 'wrong-kind', 'threw', 'undefined');
    // Texts that look like numbers are counted with.
    const isCounted = isOdd || shows(evidence, 'wrong-numbers');
    const found = code.all(ts.isBinaryExpression).flatMap((node) => {
      const operator = ARITHMETIC.get(node.operatorToken.kind);
      if (operator === undefined || !(operator.startsWith('+') ? isCounted : isOdd)) return [];
      const array = [node.left, node.right].find((side) => code.ranks.isArray(side));
      return array === undefined ? [] : [{ node, sentence: arithmeticSentence(quoted(array), operator) }];
    });
    // What is worked out first goes wrong first.
    found.sort((a, b) => a.node.end - b.node.end);
    return found.map(({ node, sentence }) => code.sighting(node, sentence));
  },
};

function arithmeticSentence(array: string, operator: string): string {
  return operator.startsWith('+')
    ? `${array} is an array, and + joins arrays as text, such as "1,23,4": add entry by entry, with map or a loop`
    : `${array} is an array, and ${operator} works on single numbers only: write a map or a loop over the entries`;
}

/** `Math.exp(row)`, `Math.max(row)`, `Math.max(...Z)`. */
export const mathOnArray: Rule = {
  id: 'math-of-array',
  find(code, evidence) {
    if (!shows(evidence, 'not-finite', 'wrong-numbers', 'threw')) return [];
    return code.all(ts.isCallExpression).flatMap((call) => {
      const name = call.expression.getText();
      return name.startsWith('Math.') ? ofArrays(name, call, code) : [];
    });
  },
};

function ofArrays(name: string, call: ts.CallExpression, code: Code): Sighting[] {
  for (const given of call.arguments) {
    if (ts.isSpreadElement(given)) {
      if ((code.ranks.of(given.expression) ?? 0) < 2) continue;
      const matrix = quoted(given.expression);
      return [
        code.sighting(
          call,
          `${name}(...${matrix}) hands over rows and not numbers: write ${name}(...${matrix}.flat()), or go row by row`,
        ),
      ];
    }
    const array = withoutSign(given);
    if (!code.ranks.isArray(array)) continue;
    return [
      code.sighting(
        call,
        `${name} takes numbers, and ${quoted(array)} is an array: write ${insteadOf(name, array, call, code)}`,
      ),
    ];
  }
  return [];
}

/** `Z` in `-Z`. */
function withoutSign(node: ts.Expression): ts.Expression {
  return ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken ? node.operand : node;
}

/** The same of all entries, or of each. */
function insteadOf(name: string, array: ts.Expression, { arguments: given }: ts.CallExpression, code: Code): string {
  const [only] = given;
  const isMatrix = code.ranks.of(array) === 2;
  if (given.length === 1 && /\.(?:max|min|hypot)$/.test(name))
    return `${name}(...${quoted(only)}${isMatrix ? '.flat()' : ''})`;
  const entry = quoted(array) === 'z' ? 'v' : 'z';
  const others = given.map((one) => {
    if (withoutSign(one) !== array) return quoted(one);
    return one === array ? entry : `-${entry}`;
  });
  const each = `map((${entry}) => ${name}(${others.join(', ')}))`;
  return isMatrix ? `${quoted(array)}.map((row) => row.${each})` : `${quoted(array)}.${each}`;
}

/** Functions that look at more arguments than a callback should hand over. */
const GREEDY = new Set(['Math.max', 'Math.min', 'Math.hypot']);

/** `row.reduce(Math.max)`. */
export const greedyCallback: Rule = {
  id: 'callback-gets-more',
  find(code, evidence) {
    if (!shows(evidence, 'not-finite', 'wrong-numbers')) return [];
    return code.all(ts.isCallExpression).flatMap(({ expression, arguments: [callback] }) => {
      const name = callback === undefined ? '' : bare(callback).getText();
      if (!ts.isPropertyAccessExpression(expression) || !GREEDY.has(name)) return [];
      const method = expression.name.text;
      if (method !== 'map' && method !== 'reduce') return [];
      const instead = method === 'map' ? `map((z) => ${name}(0, z))` : `reduce((a, b) => ${name}(a, b))`;
      return [
        code.sighting(
          expression.name,
          `${method}(${name}) is NaN: ${method} hands over the index and the whole array as well, so write ${instead}`,
        ),
      ];
    });
  },
};

/** `Z.T`, `Z.shape`. */
const PROPERTIES: Readonly<Record<string, string>> = {
  T: 'transpose with Z[0].map((_, j) => Z.map((row) => row[j])), or transpose from "mathjs"',
  shape: 'a matrix has Z.length rows and Z[0].length columns',
  size: 'a matrix has Z.length rows and Z[0].length columns',
  ndim: 'a matrix has two dimensions, a row one',
  Length: 'write length, in small letters',
  count: 'write length',
};

export const numpyProperty: Rule = {
  id: 'numpy-property',
  find(code, evidence) {
    if (!shows(evidence, 'not-finite', 'threw', 'undefined', 'wrong-kind', 'wrong-numbers')) return [];
    return code.all(ts.isPropertyAccessExpression).flatMap((access) => {
      const { text } = access.name;
      const isCalled = ts.isCallExpression(access.parent) && access.parent.expression === access;
      if (isCalled || OF_ARRAYS.includes(text) || !code.ranks.isArray(access.expression)) return [];
      const meant = closest(text, OF_ARRAYS, 0.34);
      const instead = Object.hasOwn(PROPERTIES, text) ? PROPERTIES[text] : `did you mean ${meant}?`;
      if (meant === null && !Object.hasOwn(PROPERTIES, text)) return [];
      return [
        code.sighting(
          access.name,
          `${quoted(access)} is undefined, as arrays of JavaScript have no ${text}: ${instead}`,
        ),
      ];
    });
  },
};

const OF_ARRAYS = Object.getOwnPropertyNames(Array.prototype);

/** `A[i][y[i]]`: a row as an index. */
export const arrayAsIndex: Rule = {
  id: 'array-as-index',
  find(code, evidence) {
    if (!shows(evidence, 'not-finite', 'threw', 'undefined', 'wrong-kind', 'wrong-numbers')) return [];
    return code.all(ts.isElementAccessExpression).flatMap(({ argumentExpression: index, expression }) => {
      if (!code.ranks.isArray(index)) return [];
      const array = quoted(index);
      return [
        code.sighting(
          index,
          `${array} is an array, and as an index it is text such as "0,1,0", for which ${quoted(expression)} holds nothing: write ${array}.indexOf(1) for the place of the 1`,
        ),
      ];
    });
  },
};
