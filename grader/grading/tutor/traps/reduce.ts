import ts from 'typescript';
import { quoted } from './code';
import { shows } from './evidence';
import type { Rule } from './rule';

/** `row.reduce((sum, z) => sum + Math.exp(z))`: the first entry is taken as it is. */
export const reduceWithoutStart: Rule = {
  id: 'reduce-without-start',
  find(code, evidence) {
    if (!shows(evidence, 'wrong-numbers', 'not-finite', 'text', 'wrong-kind')) return [];
    return code.all(ts.isCallExpression).flatMap((call) => {
      const { expression, arguments: given } = call;
      if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== 'reduce' || given.length !== 1)
        return [];
      const [callback] = given;
      if (!ts.isArrowFunction(callback) || ts.isBlock(callback.body)) return [];
      const rank = code.ranks.of(expression.expression) ?? 0;
      const changed = treatedEntry(
        callback.body,
        callback.parameters.map(({ name }) => name.getText()),
      );
      if (rank > 1 && changed !== null)
        return [
          code.sighting(
            expression.name,
            'reduce without a value to start with begins with the first row itself, an array: write the start after the function, as in reduce((sum, row) => ..., 0)',
          ),
        ];
      return changed === null
        ? []
        : [
            code.sighting(
              expression.name,
              `reduce without a value to start with takes the first entry as it is, without ${quoted(changed)}: write the start after the function, as in reduce((sum, z) => ..., 0)`,
            ),
          ];
    });
  },
};

/** In `sum + f(z)`, what is done to `z`; null where the entry goes in as it is. */
function treatedEntry(body: ts.Expression, [total, entry]: readonly string[]): ts.Expression | null {
  if (!ts.isBinaryExpression(body) || total === undefined || entry === undefined) return null;
  const { kind } = body.operatorToken;
  if (kind !== ts.SyntaxKind.PlusToken && kind !== ts.SyntaxKind.MinusToken) return null;
  if (kind === ts.SyntaxKind.PlusToken && body.right.getText() === total) return treated(body.left, entry);
  return body.left.getText() === total ? treated(body.right, entry) : null;
}

function treated(side: ts.Expression, entry: string): ts.Expression | null {
  return side.getText() !== entry && new RegExp(`\\b${entry.replace(/\W/g, '\\$&')}\\b`).test(side.getText())
    ? side
    : null;
}
