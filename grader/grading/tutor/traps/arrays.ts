import ts from 'typescript';
import { closest } from '../../../text/closest';
import { type Code, quoted } from './code';
import { type Evidence, shows } from './evidence';
import { argumentOf, shapeOf } from './products';
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
      return array === undefined ? [] : [{ node, sentence: arithmeticSentence(array, operator, code, evidence) }];
    });
    // What is worked out first goes wrong first.
    found.sort((a, b) => a.node.end - b.node.end);
    return found.map(({ node, sentence }) => code.sighting(node, sentence));
  },
};

function arithmeticSentence(node: ts.Expression, operator: string, code: Code, evidence: Evidence): string {
  const array = quoted(node);
  const isJoin = operator.startsWith('+');
  const does = isJoin ? '+ joins arrays as text' : `${operator} works on single numbers only`;
  if (isRowOfOne(node, code, evidence))
    return `${array} is an array with one number in it, and ${does}: write ${array}[0]`;
  return isJoin
    ? `${array} is an array, and ${does}, such as "1,23,4": add entry by entry, with map or a loop`
    : `${array} is an array, and ${does}: write a map or a loop over the entries`;
}

/** `A[i]`, where `A` is an argument that has one column. */
function isRowOfOne(node: ts.Expression, code: Code, { exercise, cases }: Evidence): boolean {
  if (!ts.isElementAccessExpression(node) || !ts.isIdentifier(node.expression)) return false;
  const argument = argumentOf(node.expression, code, exercise);
  return argument !== null && cases.every((inputs) => shapeOf(inputs[argument])?.[1] === 1);
}

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
