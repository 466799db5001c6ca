import ts from 'typescript';
import { around, quoted } from './code';
import { shows } from './evidence';
import { callbackOf, returnsOf } from './functions';
import type { Rule } from './rule';

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
      return lost === undefined || setsSomething(found.callback)
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
function setsSomething(callback: ts.FunctionLikeDeclaration): boolean {
  return /[^=!<>]=(?![=>])|\.push\(/.test(callback.body?.getText() ?? '');
}
