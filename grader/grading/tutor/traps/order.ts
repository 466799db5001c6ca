import ts from 'typescript';
import { quoted } from './code';
import { declarationOf } from './declarations';
import { shows } from './evidence';
import type { Rule } from './rule';

const SORTS = new Set(['sort', 'toSorted']);

/** `row.sort()` of numbers. */
export const sortByText: Rule = {
  id: 'sort-by-text',
  find(code, evidence) {
    if (!shows(evidence, 'wrong-numbers', 'not-finite')) return [];
    return code.all(ts.isCallExpression).flatMap(({ expression, arguments: given }) => {
      if (!ts.isPropertyAccessExpression(expression) || !SORTS.has(expression.name.text) || given.length > 0) return [];
      if (code.ranks.of(expression.expression) !== 1) return [];
      const name = expression.name.text;
      return [
        code.sighting(
          expression.name,
          `${name}() without a comparison sorts numbers as text, so that 1000 comes before 9: write ${name}((a, b) => a - b)`,
        ),
      ];
    });
  },
};

/** `for (const i in row)`: `i` is the text of an index. */
export const forIn: Rule = {
  id: 'for-in',
  find(code, evidence) {
    if (!shows(evidence, 'wrong-numbers', 'not-finite', 'text', 'threw', 'wrong-kind', 'undefined')) return [];
    return code.all(ts.isForInStatement).flatMap((loop) => {
      const { initializer, expression } = loop;
      if (!ts.isVariableDeclarationList(initializer) || !code.ranks.isArray(expression)) return [];
      const [declaration] = initializer.declarations;
      const uses = code
        .all(ts.isIdentifier)
        .filter((one) => one.text === declaration.name.getText() && one.parent !== declaration)
        .filter((one) => declarationOf(one) === declaration);
      // As an index, the text does as well as the number.
      if (uses.every(({ parent }) => ts.isElementAccessExpression(parent))) return [];
      const name = declaration.name.getText();
      return [
        code.sighting(
          loop,
          `for (... in ${quoted(expression)}) goes through the indices, and as text ("0", "1", ...), not through the entries: write for (const ${name} of ${quoted(expression)}), or count with for (let i = 0; ...)`,
        ),
      ];
    });
  },
};
