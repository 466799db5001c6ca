import ts from 'typescript';
import { bare, quoted } from './code';
import { declarationOf } from './declarations';
import { shows } from './evidence';
import { callbackOf, returnsNothing } from './functions';
import type { Rule } from './rule';

/** Methods that change nothing and only return something new. */
const PURE = new Set(['map', 'filter', 'slice', 'concat', 'flat', 'flatMap', 'toSorted', 'toReversed', 'with']);
const ARITHMETIC = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.SlashToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsEqualsToken,
]);

/** A result that nobody keeps: `A.map(...);` on its own, `total + z;`. */
export const unusedResult: Rule = {
  id: 'unused-result',
  find(code, evidence) {
    if (!shows(evidence, 'wrong-numbers', 'not-finite', 'wrong-kind', 'undefined', 'threw', 'text')) return [];
    return code.all(ts.isExpressionStatement).flatMap((statement) => {
      const expression = bare(statement.expression);
      if (endsFunction(statement) || followsReturn(statement)) return [];
      if (ts.isBinaryExpression(expression) && ARITHMETIC.has(expression.operatorToken.kind)) {
        const isComparison = expression.operatorToken.getText().startsWith('==');
        const instead = isComparison ? 'to set something write a single =' : insteadOf(expression);
        return [code.sighting(statement, `${quoted(expression)} is worked out here and then forgotten: ${instead}`)];
      }
      if (!ts.isCallExpression(expression) || !ts.isPropertyAccessExpression(expression.expression)) return [];
      const { text: method } = expression.expression.name;
      if (!PURE.has(method) || changesSomething(expression)) return [];
      const array = quoted(expression.expression.expression);
      if (method === 'concat')
        return [
          code.sighting(
            statement,
            `concat returns a new array, which is not used here, and leaves ${array} as it was: write ${array} = ${array}.concat(...)${isLet(expression.expression.expression) ? '' : `, and declare ${array} with let`}`,
          ),
        ];
      return [
        code.sighting(
          statement,
          `${method} returns a new array, which is not used here, and leaves ${array} as it was: write const changed = ${array}.${method}(...), and go on with that`,
        ),
      ];
    });
  },
};

/** Where what is worked out should go: `mean / n` into `mean`, if that can be set. */
function insteadOf({ left, operatorToken, right }: ts.BinaryExpression): string {
  return isLet(left)
    ? `to change ${quoted(left)} write ${quoted(left)} ${operatorToken.getText()}= ${quoted(right)}`
    : 'write what should become of it, such as total = ...';
}

function isLet(node: ts.Expression): boolean {
  const declared = ts.isIdentifier(node) ? declarationOf(node) : null;
  return declared !== null && (ts.getCombinedNodeFlags(declared) & ts.NodeFlags.Let) !== 0;
}

/** Whether a statement is the last of a function that may just lack its return. */
function endsFunction({ parent }: ts.Statement): boolean {
  return ts.isBlock(parent) && ts.isFunctionLike(parent.parent) && !parent.statements.some(ts.isReturnStatement);
}

/** Whether a statement comes after a return, which should have returned it. */
function followsReturn(statement: ts.Statement): boolean {
  const { parent } = statement;
  return (
    ts.isBlock(parent) && parent.statements.slice(0, parent.statements.indexOf(statement)).some(ts.isReturnStatement)
  );
}

/** Whether what a call is handed sets or pushes anything. */
function changesSomething(call: ts.CallExpression): boolean {
  return call.arguments.some((one) => /[^=!<>]=(?![=>])|\+\+|--|\.(?:push|splice|fill|set)\(/.test(one.getText()));
}

/** `row.map((z) => { if (z < 0) z = 0; })`: an entry's own name is set, and not the entry. */
export const entryByName: Rule = {
  id: 'sets-a-name-only',
  find(code, evidence) {
    if (!shows(evidence, 'wrong-numbers', 'not-finite', 'undefined', 'wrong-kind', 'threw')) return [];
    return code.all(ts.isBinaryExpression).flatMap((node) => {
      const { left, operatorToken } = node;
      const isSet =
        operatorToken.kind >= ts.SyntaxKind.FirstAssignment && operatorToken.kind <= ts.SyntaxKind.LastAssignment;
      const declared = isSet && ts.isIdentifier(left) ? declarationOf(left) : null;
      if (declared === null || !ts.isParameter(declared) || declared.parent.parameters[0] !== declared) return [];
      const made = declared.parent;
      const call = made.parent;
      const method = ts.isCallExpression(call) ? callbackOf(call)?.method : undefined;
      if ((method !== 'map' && method !== 'forEach') || !returnsNothing(made as ts.ArrowFunction)) return [];
      const isUsedLater = code
        .all(ts.isIdentifier)
        .some((use) => use.pos > node.end && declarationOf(use) === declared);
      if (isUsedLater) return [];
      const name = left.getText();
      return [
        code.sighting(
          node,
          `${quoted(node)} gives ${name} another value, and leaves the array as it was: return what should stand there from the function inside map, and go on with what map gives`,
        ),
      ];
    });
  },
};
