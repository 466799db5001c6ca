import ts from 'typescript';
import { closest } from '../../../text/closest';
import { type Code, quoted } from './code';
import { declarationOf } from './declarations';
import { type Evidence, shows } from './evidence';
import { isFunction } from './functions';
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
      if (array === undefined || isNeverReached(node, code, evidence)) return [];
      const special = sumAsList(node, array) ?? productSentence(node, operator, code, evidence);
      return [{ node, sentence: special ?? arithmeticSentence(array, operator, code, evidence) }];
    });
    // What is worked out first goes wrong first.
    found.sort((a, b) => a.node.end - b.node.end);
    return found.map(({ node, sentence }) => code.sighting(node, sentence));
  },
};

/** Whether a node stands in what is done with the result of a function that threw every time: `dot(x, W).map(...)`. */
function isNeverReached(node: ts.Node, code: Code, evidence: Evidence): boolean {
  const made = ts.findAncestor(node, isFunction);
  if (made === undefined) return false;
  const call = made.parent;
  const from =
    ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression) ? call.expression.expression : null;
  const called =
    from !== null && ts.isCallExpression(from) && ts.isIdentifier(from.expression) ? from.expression : null;
  const declared = called === null ? null : declarationOf(called);
  const { symptoms, thrown } = evidence;
  if (declared === null || symptoms.size > 1 || thrown.length === 0) return false;
  const [first, last] = [code.lineOf(declared), code.lineAt(declared.end)];
  return thrown.every(({ place }) => place?.id === code.id && place.line >= first && place.line <= last);
}

/** `let loss = []`, to which numbers are added. */
function sumAsList(node: ts.BinaryExpression, array: ts.Expression): string | null {
  const declared = ts.isIdentifier(array) ? declarationOf(array) : null;
  const isEmpty =
    declared !== null &&
    ts.isVariableDeclaration(declared) &&
    declared.initializer !== undefined &&
    ts.isArrayLiteralExpression(declared.initializer) &&
    declared.initializer.elements.length === 0;
  if (!isEmpty || node.operatorToken.kind !== ts.SyntaxKind.PlusEqualsToken || node.left !== array) return null;
  const name = array.getText();
  return `${name} is an array, and += joins arrays as text: for a sum begin with let ${name} = 0, for a list write ${name}.push(...)`;
}

/** `X * W`, two arguments whose sizes are those of a product of matrices, and not of one entry by entry. */
function productSentence(
  { left, right }: ts.BinaryExpression,
  operator: string,
  code: Code,
  { exercise, exercises, cases }: Evidence,
): string | null {
  const [one, other] = [left, right].map((side) => argumentOf(side, code, exercise));
  if (operator !== '*' || one === null || other === null) return null;
  const pairs = cases.map((inputs) => [shapeOf(inputs[one]), shapeOf(inputs[other])] as const);
  const isProduct = pairs.every(([a, b]) => a !== null && b !== null && a[1] === b[0]);
  const isEntries = pairs.every(([a, b]) => a?.join() === b?.join());
  if (!isProduct || isEntries) return null;
  const [first, second] = [quoted(left), quoted(right)];
  const name = exercises.includes('matrixMultiply') && exercise !== 'matrixMultiply' ? 'matrixMultiply' : null;
  const instead =
    name === null
      ? `a loop that adds up the products of a row of ${first} and a column of ${second}`
      : `a product of matrices, ${name}(${first}, ${second}), with import { ${name} } from './${name}' above`;
  return `${first} is an array, and * works on single numbers only: write ${instead}`;
}

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

/** The matrix that a loop or a method goes through, if a name stands for its rows. */
function wholeOf(index: ts.Identifier): Whole | null {
  const declared = declarationOf(index);
  if (declared !== null && ts.isVariableDeclaration(declared)) {
    const loop = declared.parent.parent;
    return ts.isForOfStatement(loop) ? { matrix: loop.expression, method: null } : null;
  }
  if (declared === null || !ts.isParameter(declared) || declared.parent.parameters[0] !== declared) return null;
  const call = declared.parent.parent;
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return null;
  const { expression, name } = call.expression;
  return name.text === 'map' || name.text === 'forEach' ? { matrix: expression, method: name.text } : null;
}

interface Whole {
  readonly matrix: ts.Expression;
  /** Null for a `for` loop. */
  readonly method: 'map' | 'forEach' | null;
}

function rowSentence(index: string, { matrix, method }: Whole): string {
  const all = quoted(matrix);
  const is = `${index} is a row of ${all} here, an array, and no number`;
  return method === null
    ? `${is}: to count write for (let ${index} = 0; ${index} < ${all}.length; ${index}++)`
    : `${is}: for its number write ${all}.${method}((row, ${index}) => ...)`;
}

const OF_ARRAYS = Object.getOwnPropertyNames(Array.prototype);

/** `A[i][y[i]]`: a row as an index. */
export const arrayAsIndex: Rule = {
  id: 'array-as-index',
  find(code, evidence) {
    if (!shows(evidence, 'not-finite', 'threw', 'undefined', 'wrong-kind', 'wrong-numbers')) return [];
    return code.all(ts.isElementAccessExpression).flatMap(({ argumentExpression: index, expression }) => {
      if (!code.ranks.isArray(index)) return [];
      const array = quoted(index);
      const whole = ts.isIdentifier(index) ? wholeOf(index) : null;
      if (whole !== null && quoted(whole.matrix) === quoted(expression))
        return [code.sighting(index, rowSentence(array, whole))];
      return [
        code.sighting(
          index,
          `${array} is an array, and as an index it is text such as "0,1,0", for which ${quoted(expression)} holds nothing: write ${array}.indexOf(1) for the place of the 1`,
        ),
      ];
    });
  },
};
