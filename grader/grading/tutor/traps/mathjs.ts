import ts from 'typescript';
import { type Code, quoted } from './code';
import { declarationOf } from './declarations';
import { shows, thrownOn } from './evidence';
import type { Rule } from './rule';

/** What mathjs does otherwise than NumPy. */

/** What a call's function is called in mathjs; null when it does not come from there. */
function mathjsName({ expression }: ts.CallExpression, code: Code): string | null {
  for (const { moduleSpecifier, importClause } of code.all(ts.isImportDeclaration)) {
    if (moduleSpecifier.getText().slice(1, -1) !== 'mathjs' || importClause === undefined) continue;
    const { name, namedBindings } = importClause;
    const namespace =
      name ?? (namedBindings !== undefined && ts.isNamespaceImport(namedBindings) ? namedBindings.name : undefined);
    if (ts.isPropertyAccessExpression(expression) && expression.expression.getText() === namespace?.text)
      return expression.name.text;
    if (namedBindings === undefined || !ts.isNamedImports(namedBindings)) continue;
    const found = namedBindings.elements.find((one) => one.name.text === expression.getText());
    if (found !== undefined) return (found.propertyName ?? found.name).text;
  }
  return null;
}

/** `max(Z, 0)`: the second argument is an axis. */
export const axis: Rule = {
  id: 'mathjs-axis',
  find(code, evidence) {
    if (!shows(evidence, 'wrong-numbers', 'wrong-kind', 'not-finite', 'threw')) return [];
    return code.all(ts.isCallExpression).flatMap((call) => {
      const name = mathjsName(call, code);
      const [first, second] = call.arguments;
      // Who writes 1 or more there wants an axis, as in NumPy.
      if ((name !== 'max' && name !== 'min') || second === undefined || second.getText() !== '0') return [];
      if (!code.ranks.isArray(first)) return [];
      const bigger = name === 'max' ? 'larger' : 'smaller';
      return [
        code.sighting(
          call,
          `In ${quoted(call)} of mathjs 0 is an axis, along which it takes the ${name}imum: for the ${bigger} of each entry and 0 write map(${quoted(first)}, (z) => ${quoted(call.expression)}(z, 0))`,
        ),
      ];
    });
  },
};

/** `dotMultiply(X, W)` where the matrix product is meant. */
export const entryByEntry: Rule = {
  id: 'mathjs-dot-multiply',
  find: (code, evidence) =>
    code.all(ts.isCallExpression).flatMap((call) => {
      if (mathjsName(call, code) !== 'dotMultiply') return [];
      const isMismatch = thrownOn(evidence, code.id, code.lineOf(call)).some(({ message }) => /mismatch/.test(message));
      if (!isMismatch) return [];
      return [
        code.sighting(
          call,
          `dotMultiply of mathjs multiplies entry by entry: the product of two matrices is multiply(${call.arguments.map(quoted).join(', ')})`,
        ),
      ];
    }),
};

/** `divide(exps, sums)`, where each row should be divided by its sum. */
export const matrixDivision: Rule = {
  id: 'mathjs-divide',
  find: (code, evidence) =>
    code.all(ts.isCallExpression).flatMap((call) => {
      const [rows, sums] = call.arguments;
      if (mathjsName(call, code) !== 'divide' || sums === undefined) return [];
      const isRefused = thrownOn(evidence, code.id, code.lineOf(call)).some(({ message }) =>
        /mismatch in multiplication|must be square|determinant is zero/.test(message),
      );
      if (!isRefused) return [];
      const made = ts.isIdentifier(sums) ? initializerOf(sums) : sums;
      if (made !== undefined && ts.isCallExpression(made) && made.arguments[1]?.getText() === '0') {
        const name = ts.isIdentifier(sums) ? sums.text : 'byColumn';
        return [
          code.sighting(
            call,
            `divide of mathjs divides by a whole matrix, with its inverse: to divide each column by a number of its own write ${quoted(rows)}.map((row) => row.map((x, j) => x / ${name}[j]))${ts.isIdentifier(sums) ? '' : ` with const ${name} = ${quoted(sums)}`}`,
          ),
        ];
      }
      const sum = ts.isIdentifier(sums) ? `${sums.text}[i]` : 'sums[i]';
      return [
        code.sighting(
          call,
          `divide of mathjs divides by a whole matrix, with its inverse: to divide each row by a number of its own write ${quoted(rows)}.map((row, i) => ${quoted(call.expression)}(row, ${sum}))${ts.isIdentifier(sums) ? '' : ` with const sums = ${quoted(sums)}`}`,
        ),
      ];
    }),
};

function initializerOf(name: ts.Identifier): ts.Expression | undefined {
  const declared = declarationOf(name);
  return declared !== null && ts.isVariableDeclaration(declared) ? declared.initializer : undefined;
}

/** `std(column)` divides by n - 1. */
export const uncorrected: Rule = {
  id: 'mathjs-std',
  find(code, evidence) {
    if (!shows(evidence, 'wrong-numbers', 'not-finite')) return [];
    return code.all(ts.isCallExpression).flatMap((call) => {
      const name = mathjsName(call, code);
      if ((name !== 'std' && name !== 'variance') || call.arguments.some((one) => /uncorrected/.test(one.getText())))
        return [];
      return [
        code.sighting(
          call,
          `${name} of mathjs divides by n - 1, NumPy's by n: write ${quoted(call.expression)}(${call.arguments.length === 0 ? 'column' : call.arguments.map(quoted).join(', ')}, 'uncorrected')`,
        ),
      ];
    });
  },
};
