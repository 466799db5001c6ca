import ts from 'typescript';
import { formatList } from '../../../text/lists';
import { type Code, quoted } from './code';
import { declarationOf } from './declarations';
import { shows } from './evidence';
import { isFunction } from './functions';
import { handedCall } from './handed';
import type { Rule } from './rule';

/** Calls without their arguments, and arguments without their call. */

/** Methods that do nothing, or nothing sensible, without an argument. */
const NEEDS_ARGUMENT = new Set([
  'push',
  'indexOf',
  'includes',
  'concat',
  'fill',
  'at',
  'map',
  'reduce',
  'filter',
  'forEach',
]);
/** Functions of Math that need two. */
const NEEDS_TWO = new Set(['Math.pow', 'Math.atan2']);

/** `Math.exp()`, and a function of one's own that is handed less than it asks for. */
export const missingArgument: Rule = {
  id: 'missing-argument',
  find(code, evidence) {
    if (!shows(evidence, 'not-finite', 'undefined', 'threw', 'wrong-kind', 'text', 'wrong-numbers')) return [];
    return code.all(ts.isCallExpression).flatMap((call) => {
      const missing = missingFrom(call, code);
      if (missing === null) return [];
      const handed = handedCall(call);
      if (handed !== null) return [code.sighting(call.expression, handed)];
      return [
        code.sighting(
          call.expression,
          `${quoted(call)} is called without ${missing}, which is then undefined: hand it over`,
        ),
      ];
    });
  },
};

/** A parameter that the caller knows nothing of: `softmax(x, row)`. */
export const extraParameter: Rule = {
  id: 'extra-parameter',
  find(code, evidence) {
    const { exercise, parameters } = evidence;
    if (!shows(evidence, 'not-finite', 'undefined', 'threw', 'wrong-kind', 'text', 'wrong-numbers')) return [];
    return code.own(exercise).flatMap(({ parameters: own }) => {
      const extra = own[parameters.length];
      if (extra === undefined || extra.initializer !== undefined || extra.dotDotDotToken !== undefined) return [];
      return [
        code.sighting(
          extra,
          `${exercise} is called with ${formatList(parameters)} and nothing else, so ${extra.name.getText()} is always undefined: work it out inside`,
        ),
      ];
    });
  },
};

/** What a call lacks, in words; null when that is nothing for sure. */
function missingFrom({ expression, arguments: given }: ts.CallExpression, code: Code): string | null {
  if (given.some(ts.isSpreadElement)) return null;
  const name = expression.getText();
  if (name.startsWith('Math.') && name !== 'Math.random') {
    if (given.length === 0) return 'a number';
    return NEEDS_TWO.has(name) && given.length === 1 ? 'its second number' : null;
  }
  if (ts.isPropertyAccessExpression(expression))
    return NEEDS_ARGUMENT.has(expression.name.text) && given.length === 0 && code.ranks.isArray(expression.expression)
      ? 'an argument'
      : null;
  const parameters = ts.isIdentifier(expression) ? parametersOf(expression) : [];
  const required = parameters.filter(
    ({ initializer, questionToken, dotDotDotToken }) =>
      initializer === undefined && questionToken === undefined && dotDotDotToken === undefined,
  );
  const missing = required[given.length];
  return missing === undefined ? null : `its argument ${missing.name.getText()}`;
}

/** The parameters of a function of one's own, by its name. */
function parametersOf(name: ts.Identifier): readonly ts.ParameterDeclaration[] {
  const declared = declarationOf(name);
  if (declared === null) return [];
  if (ts.isFunctionDeclaration(declared)) return declared.parameters;
  if (ts.isParameter(declared))
    return declared.type !== undefined && ts.isFunctionTypeNode(declared.type) ? declared.type.parameters : [];
  const made = ts.isVariableDeclaration(declared) ? declared.initializer : undefined;
  return made !== undefined && (ts.isArrowFunction(made) || ts.isFunctionExpression(made)) ? made.parameters : [];
}

/** `Array.from((_, i) => i)`: nothing to go through. */
export const fromNothing: Rule = {
  id: 'array-from-nothing',
  find: (code, evidence) =>
    shows(evidence, 'not-finite', 'undefined', 'threw', 'wrong-kind', 'wrong-numbers')
      ? code
          .all(ts.isCallExpression)
          .filter(
            ({ expression, arguments: [first] }) =>
              expression.getText() === 'Array.from' && first !== undefined && ts.isArrowFunction(first),
          )
          .map((call) =>
            code.sighting(
              call,
              'Array.from goes through its first argument, and a function has no entries: write Array.from({ length: n }, (_, i) => ...)',
            ),
          )
      : [],
};

/** `(A, (a) => ...)`: a comma outside of a call. */
export const commaExpression: Rule = {
  id: 'comma-outside-a-call',
  find(code, evidence) {
    if (!shows(evidence, 'not-finite', 'undefined', 'threw', 'wrong-kind', 'text', 'wrong-numbers')) return [];
    return code.all(ts.isBinaryExpression).flatMap((node) => {
      const { operatorToken, parent } = node;
      if (operatorToken.kind !== ts.SyntaxKind.CommaToken) return [];
      const items = itemsOf(node);
      if (ts.isReturnStatement(parent) && evidence.returnsList && !items.some(isFunction)) {
        const [all, last] = [items.map(quoted).join(', '), quoted(items[items.length - 1])];
        const sentence = `return ${all} gives ${last} alone, as a comma only keeps what comes last: write return [${all}]`;
        return [code.sighting(parent, sentence)];
      }
      if (!ts.isParenthesizedExpression(parent)) return [];
      if (ts.isReturnStatement(parent.parent) && !items.some(isFunction)) {
        const [all, last] = [items.map(quoted).join(', '), quoted(items[items.length - 1])];
        return [
          code.sighting(parent, `(${all}) is ${last} alone, as a comma only keeps what comes last: write [${all}]`),
        ];
      }
      const call = parent.parent;
      if (ts.isCallExpression(call) && call.arguments[0] === parent && !items.some(isFunction)) {
        const all = items.map(quoted).join(', ');
        const name = quoted(call.expression);
        return [
          code.sighting(
            parent,
            `${name}((${all})) hands over ${quoted(items[items.length - 1])} alone, as a comma only keeps what comes last: write ${name}(${all})`,
          ),
        ];
      }
      return [
        code.sighting(
          parent,
          'A comma outside of a call only keeps what stands after it: is the name of a function missing before this parenthesis?',
        ),
      ];
    });
  },
};

function itemsOf(node: ts.Expression): readonly ts.Expression[] {
  const isList = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.CommaToken;
  return isList ? [...itemsOf(node.left), node.right] : [node];
}
