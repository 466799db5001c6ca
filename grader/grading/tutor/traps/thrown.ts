import ts from 'typescript';
import { type Code, quoted, type Sighting } from './code';
import { declarationOf } from './declarations';
import { type Evidence, thrownOn } from './evidence';
import type { Rule } from './rule';

/** Errors of the language whose message says what happened and not what to write. */

/** The nodes of a kind on lines where `message` was thrown. */
function onLinesOf<T extends ts.Node>(
  message: RegExp,
  is: (node: ts.Node) => node is T,
  code: Code,
  evidence: Evidence,
): readonly T[] {
  return code
    .all(is)
    .filter((node) => thrownOn(evidence, code.id, code.lineOf(node)).some((thrown) => message.test(thrown.message)));
}

const assigns = ({ kind }: ts.Node) => kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;

/** `A[i][j] = ...` before there is a row `i`. */
export const missingRow: Rule = {
  id: 'row-not-made-yet',
  find(code, evidence) {
    const message = /^TypeError: Cannot (?:set|read) properties of undefined \((?:setting|reading) '\d+'\)/;
    return onLinesOf(message, ts.isBinaryExpression, code, evidence).flatMap(({ left, operatorToken }) =>
      assigns(operatorToken) && ts.isElementAccessExpression(left) && ts.isElementAccessExpression(left.expression)
        ? rowSighting(left.expression, code)
        : [],
    );
  },
};

function rowSighting(row: ts.ElementAccessExpression, code: Code): Sighting[] {
  // The index of a row that is there may be wrong as well: only of an array that begins empty is it known.
  const name = row.expression.getText();
  const begins = new RegExp(`\\b${escapeForRegExp(name)}\\b[^=\\n]*=\\s*(?:\\[\\s*\\]|(?:new\\s+)?Array\\b)`);
  const isMade = new RegExp(`\\b${escapeForRegExp(row.getText())}\\s*=\\s*(?:\\[|(?:new\\s+)?Array\\b)`).test(
    code.text,
  );
  if (!begins.test(code.text) || isMade) return [];
  const text = quoted(row);
  return [code.sighting(row, `${text} is undefined until it gets a row: write ${text} = [] before its first entry`)];
}

function escapeForRegExp(text: string): string {
  return text.replace(/[^\w]/g, '\\$&');
}

/** `const total = 0; total += 1`. */
export const constant: Rule = {
  id: 'constant-changed',
  find: (code, evidence) =>
    onLinesOf(/^TypeError: Assignment to constant variable/, ts.isIdentifier, code, evidence)
      .filter((name) => isChanged(name) && isConst(name) && !isPushed(name))
      .slice(0, 1)
      .map((name) => code.sighting(name, `${name.text} is a const, which keeps its first value: ${insteadOf(name)}`)),
};

function isChanged(name: ts.Identifier): boolean {
  const { parent } = name;
  if (ts.isBinaryExpression(parent)) return parent.left === name && assigns(parent.operatorToken);
  return ts.isPostfixUnaryExpression(parent) || ts.isPrefixUnaryExpression(parent);
}

function isConst(name: ts.Identifier): boolean {
  const declared = declarationOf(name);
  return declared !== null && (ts.getCombinedNodeFlags(declared) & ts.NodeFlags.Const) !== 0;
}

/** `A = A.push(row)`, which needs no other declaration. */
const isPushed = ({ parent }: ts.Identifier) =>
  ts.isBinaryExpression(parent) &&
  ts.isCallExpression(parent.right) &&
  parent.right.expression.getText() === `${parent.left.getText()}.push`;

function insteadOf(name: ts.Identifier): string {
  const declared = declarationOf(name);
  const isList =
    declared !== null &&
    ts.isVariableDeclaration(declared) &&
    declared.initializer !== undefined &&
    ts.isArrayLiteralExpression(declared.initializer);
  const adds = ts.isBinaryExpression(name.parent) && name.parent.operatorToken.kind === ts.SyntaxKind.PlusEqualsToken;
  return isList && adds
    ? `to put something into an array write ${name.text}.push(...)`
    : `declare it with let ${name.text} = ...`;
}

/** `reduce` of an empty array. */
export const reduceOfNothing: Rule = {
  id: 'reduce-without-start',
  find: (code, evidence) =>
    onLinesOf(/^TypeError: Reduce of empty array/, ts.isCallExpression, code, evidence)
      .filter(({ expression }) => ts.isPropertyAccessExpression(expression) && expression.name.text === 'reduce')
      .slice(0, 1)
      .map((call) =>
        code.sighting(
          call,
          'reduce of an empty array needs a value to start with: write it after the function, as in reduce((a, b) => a + b, 0)',
        ),
      ),
};

/** `Math.max(...flat)` of a hundred thousand numbers. */
export const tooManyArguments: Rule = {
  id: 'too-many-arguments',
  find: (code, evidence) =>
    onLinesOf(/^RangeError: Maximum call stack/, ts.isSpreadElement, code, evidence)
      .filter(({ parent }) => ts.isCallExpression(parent))
      .slice(0, 1)
      .map((spread) =>
        code.sighting(
          spread,
          `${quoted(spread)} hands over every entry as an argument, and so many do not fit: use reduce, or go row by row`,
        ),
      ),
};

/** `export class softmax`. */
export const classCalled: Rule = {
  id: 'class-for-function',
  find: (code, { exercise, thrown }) =>
    thrown.some(({ message }) => /^TypeError: Class constructor \w+ cannot be invoked/.test(message))
      ? code
          .all(ts.isClassDeclaration)
          .filter(({ name }) => name?.text === exercise)
          .map((made) =>
            code.sighting(
              made,
              `${exercise} is a class here, and is called as a function: write export function ${exercise}(...), with what stands in its method`,
            ),
          )
      : [],
};

/** `multiply(W, X)` of mathjs, whose sizes do not meet. */
export const sizesDoNotMeet: Rule = {
  id: 'sizes-do-not-meet',
  find(code, evidence) {
    const message = /Matrix A columns \((\d+)\) must match Matrix B rows \((\d+)\)/;
    return onLinesOf(message, ts.isCallExpression, code, evidence)
      .filter(({ expression }) => /(?:^|\.)multiply$/.test(expression.getText()))
      .flatMap((call) => {
        const [first, second] = call.arguments;
        const thrown = thrownOn(evidence, code.id, code.lineOf(call)).find((one) => message.test(one.message));
        const sizes = message.exec(thrown?.message ?? '');
        if (first === undefined || second === undefined || sizes === null) return [];
        return [
          code.sighting(
            call,
            `${quoted(first)} has ${sizes[1]} columns and ${quoted(second)} ${sizes[2]} rows, which multiply pairs up, so there have to be as many: are they the right two, in the right order?`,
          ),
        ];
      })
      .slice(0, 1);
  },
};

/** `exp(Z)` of mathjs. */
export const mathjsOnMatrix: Rule = {
  id: 'mathjs-takes-numbers',
  find(code, evidence) {
    const message = /Function '(\w+)' doesn't apply to matrices|Too few arguments in function (\w+)/;
    return onLinesOf(message, ts.isCallExpression, code, evidence)
      .filter(({ expression, arguments: [first] }) => {
        const name = expression.getText().replace(/^.*\./, '');
        const isArray = first !== undefined && code.ranks.isArray(first);
        return evidence.thrown.some((thrown) => {
          const [, matrices, few] = message.exec(thrown.message) ?? [];
          return matrices === name || (isArray && few === name);
        });
      })
      .slice(0, 1)
      .map(({ expression, arguments: [first] }) => {
        const name = quoted(expression);
        const prefix = name.includes('.') ? `${name.replace(/\.\w+$/, '')}.` : '';
        const what = first === undefined ? 'Z' : quoted(first);
        return code.sighting(
          expression,
          `${name} of mathjs takes one number, not an array: write ${prefix}map(${what}, (z) => ${name}(z))`,
        );
      });
  },
};
